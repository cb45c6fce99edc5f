package io.flavortrend.generator.simulation;

import io.flavortrend.generator.world.City;
import io.flavortrend.generator.world.Market;
import io.flavortrend.generator.world.Restaurant;
import java.time.LocalTime;
import java.util.List;

/** Who orders what, from where and to where: all that is fixed when the order is placed. */
final class OrderFactory {
  private static final int TRIES_FOR_AN_OPEN_ONE = 12;
  private static final double MAX_KM = 9;

  private final Draws draws;
  private final Basket basket;

  OrderFactory(Draws draws) {
    this.draws = draws;
    this.basket = new Basket(draws);
  }

  OrderLife place(long id, Market market, int marketIndex, long at, Pace pace) {
    City city = market.city();
    Restaurant restaurant = restaurant(id, market, at, pace.constant());
    Place kitchen = new Place(restaurant.latitude(), restaurant.longitude());
    double kilometres = Math.min(MAX_KM, 0.5 + 2 * draws.exponential(Cause.DROPOFF, id, 0));
    Place door = kitchen.offset(kilometres, 2 * Math.PI * draws.uniform(Cause.DROPOFF, id, 1));
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
    return new OrderLife(order, marketIndex, kitchen, scale);
  }

  /** Popularity falls with the square of the draw: few restaurants have most of the orders. */
  private Restaurant restaurant(long id, Market market, long at, boolean anyHour) {
    List<Restaurant> all = market.restaurants();
    LocalTime local = LocalTime.ofInstant(Micros.instant(at), market.city().zone());
    Restaurant chosen = all.get(0);
    for (int i = 0; i < TRIES_FOR_AN_OPEN_ONE; i++) {
      double point = draws.uniform(Cause.RESTAURANT, id, i);
      chosen = all.get((int) (Math.pow(point, 1.6) * all.size()));
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
