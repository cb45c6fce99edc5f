package io.flavortrend.generator.simulation;

import io.flavortrend.generator.world.Market;
import io.flavortrend.generator.world.Restaurant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The restaurants' kitchens: so many stations, an order at each, the others queue. Speed, size and
 * the kind of day a kitchen has are written nowhere: they can only be learnt from its orders. How
 * many orders come follows from how popular a place is, and so does the number of its stations,
 * with more or less to spare. Durations are microseconds.
 */
final class Kitchen {
  /** Cooking takes so long on average, before compression; measured. */
  private static final double MEAN_COOKING_SECONDS = 820;

  private static final double BUSY_HOUR = 2.4;
  private static final double BUSY_HOUR_CONSTANT = 1.15;
  private static final long PATIENCE_OF_A_KITCHEN = 22 * Micros.MINUTE;

  private final Draws draws;
  private final Map<Long, Stations> kitchens = new HashMap<>();

  Kitchen(Draws draws) {
    this.draws = draws;
  }

  /** Gives each restaurant of a market as many stations as its orders will need. */
  void size(Market market, Pace pace, double share) {
    List<Restaurant> restaurants = market.restaurants();
    double cooking = MEAN_COOKING_SECONDS * pace.scale();
    double rate =
        pace.ordersPerSecond() * share * (pace.constant() ? BUSY_HOUR_CONSTANT : BUSY_HOUR);
    for (int i = 0; i < restaurants.size(); i++) {
      long id = restaurants.get(i).id();
      double toSpare = 0.95 + 0.6 * draws.uniform(Cause.KITCHEN_SIZE, id);
      double load = rate * OrderFactory.popularity(i, restaurants.size()) * cooking;
      int stations = 1 + (int) Math.ceil(load * toSpare * speed(id, 0));
      kitchens.computeIfAbsent(id, Stations::ofOne).resize(stations);
    }
  }

  /** From placed until the restaurant answers; a crowded kitchen looks up later. */
  long acceptance(OrderLife order) {
    NewOrder placed = order.placed;
    long queue = kitchen(placed.restaurantId()).waitAt(placed.placedAt());
    double seconds =
        65 * speed(placed.restaurantId(), 1) * draws.spread(Cause.ACCEPTANCE, placed.id(), 0, 0.35);
    long duration = order.scaled((long) (Math.min(seconds, 1_200) * Micros.SECOND));
    return duration + Math.min(queue / 8, order.scaled(4 * Micros.MINUTE));
  }

  /** True where the kitchen has more before it than it dares to add to. */
  boolean refuses(OrderLife order, long at) {
    double patience = draws.spread(Cause.PATIENCE, order.placed.id(), 2, 0.3);
    long wait = kitchen(order.placed.restaurantId()).waitAt(at);
    return wait > order.scaled((long) (PATIENCE_OF_A_KITCHEN * patience));
  }

  /**
   * Takes in an order that has just been accepted; the answer is when its food is ready. The place
   * of an order that is cancelled later stays taken: its food is in the pan.
   *
   * @param day number of the local day
   */
  long cook(OrderLife order, long day) {
    NewOrder placed = order.placed;
    long restaurant = placed.restaurantId();
    double minutes =
        (8 + 1.8 * Math.min(placed.itemCount(), 10))
            * speed(restaurant, 0)
            * draws.drift(Cause.KITCHEN_DAY, restaurant, day, 0.07)
            * draws.spread(Cause.PREPARATION, placed.id(), 0, 0.12);
    long duration = order.scaled((long) (Math.min(minutes, 90) * Micros.MINUTE));
    return kitchen(restaurant).cook(order.acceptedAt, duration);
  }

  /** The same kitchens of that market's restaurants as copies. */
  void copyTo(Kitchen other, Market market) {
    for (Restaurant restaurant : market.restaurants()) {
      other.kitchens.put(restaurant.id(), new Stations(kitchen(restaurant.id())));
    }
  }

  private Stations kitchen(long restaurantId) {
    return kitchens.computeIfAbsent(restaurantId, Stations::ofOne);
  }

  private double speed(long restaurantId, long trait) {
    return draws.spread(Cause.KITCHEN_SPEED, restaurantId, trait, 0.3);
  }
}
