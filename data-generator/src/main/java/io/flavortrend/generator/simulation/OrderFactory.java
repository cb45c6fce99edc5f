package io.flavortrend.generator.simulation;

import io.flavortrend.generator.roads.RoadNetwork;
import io.flavortrend.generator.roads.Routes;
import io.flavortrend.generator.world.City;
import io.flavortrend.generator.world.Market;
import io.flavortrend.generator.world.Place;
import io.flavortrend.generator.world.Restaurant;
import java.time.LocalTime;
import java.util.List;

/** Who orders what, from where and to where: all that is fixed when the order is placed. */
final class OrderFactory {
  private static final int TRIES_FOR_AN_OPEN_ONE = 12;
  private static final double MAX_STRAIGHT_KM = 7;

  /** Popularity falls with the draw's power: few restaurants have most of the orders. */
  private static final double POPULARITY = 1.6;

  private final Draws draws;
  private final List<RoadNetwork> roads;
  private final Basket basket;

  /**
   * @param roads of each market
   */
  OrderFactory(Draws draws, List<RoadNetwork> roads) {
    this.draws = draws;
    this.roads = List.copyOf(roads);
    this.basket = new Basket(draws);
  }

  OrderLife place(long id, Market market, int marketIndex, long at, Pace pace) {
    City city = market.city();
    Restaurant restaurant = restaurant(id, market, at, pace.constant());
    Place kitchen = new Place(restaurant.latitude(), restaurant.longitude());
    double straight =
        Math.min(MAX_STRAIGHT_KM, 0.5 + 2.2 * draws.exponential(Cause.DROPOFF, id, 0));
    Place door = kitchen.offset(straight, 2 * Math.PI * draws.uniform(Cause.DROPOFF, id, 1));
    Routes routes = roads.get(marketIndex).routesFrom(kitchen);
    double kilometres = Math.max(straight, routes.kilometresTo(door));
    List<NewOrder.Line> lines = basket.fill(id, restaurant);
    int items = 0;
    long total = 0;
    for (NewOrder.Line line : lines) {
      items += line.quantity();
      total += line.quantity() * line.unitPriceMillis();
    }
    double scale = pace.scale();
    long promised = at + (long) (Promise.duration(items, kilometres) * scale);
    NewOrder order =
        new NewOrder(
            id,
            city.id(),
            market
                .customerIds()
                .get(draws.index(Cause.CUSTOMER, id, 0, market.customerIds().size())),
            restaurant.id(),
            at,
            promised,
            (int) Math.round(kilometres * 1_000),
            items,
            total,
            city.currency(),
            round(door.latitude()),
            round(door.longitude()),
            lines);
    return new OrderLife(order, marketIndex, kitchen, routes, scale);
  }

  /** The share of all its market's orders that the restaurant of that index has. */
  static double popularity(int index, int restaurants) {
    return Math.pow((index + 1.0) / restaurants, 1 / POPULARITY)
        - Math.pow((double) index / restaurants, 1 / POPULARITY);
  }

  private Restaurant restaurant(long id, Market market, long at, boolean anyHour) {
    List<Restaurant> all = market.restaurants();
    LocalTime local = LocalTime.ofInstant(Micros.instant(at), market.city().zone());
    Restaurant chosen = all.get(0);
    for (int i = 0; i < TRIES_FOR_AN_OPEN_ONE; i++) {
      double point = draws.uniform(Cause.RESTAURANT, id, i);
      chosen = all.get((int) (Math.pow(point, POPULARITY) * all.size()));
      if (anyHour || chosen.isOpen(local)) {
        return chosen;
      }
    }
    return chosen;
  }

  /** Six decimals are a tenth of a metre. */
  private static double round(double degrees) {
    return Math.round(degrees * 1e6) / 1e6;
  }
}
