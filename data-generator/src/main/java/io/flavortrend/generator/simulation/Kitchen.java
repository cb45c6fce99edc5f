package io.flavortrend.generator.simulation;

/**
 * How long restaurants take. Each has a speed of its own that is written nowhere: it can only be
 * learnt from its orders. Durations are microseconds before compression.
 */
final class Kitchen {
  /** Orders that a kitchen handles at once without getting slower. */
  private static final int UNHURRIED = 4;

  private final Draws draws;

  Kitchen(Draws draws) {
    this.draws = draws;
  }

  /** From placed until the restaurant accepts (or refuses). */
  long acceptance(long orderId, long restaurantId) {
    double seconds = 70 * speed(restaurantId, 1) * draws.spread(Cause.ACCEPTANCE, orderId, 0, 0.5);
    return (long) (Math.min(seconds, 600) * Micros.SECOND);
  }

  /** From accepted until the food is ready. */
  long preparation(long orderId, long restaurantId, int itemCount, int openOrders) {
    double crowding = 1 + 0.03 * Math.min(12, Math.max(0, openOrders - UNHURRIED));
    double minutes =
        (8 + 1.8 * Math.min(itemCount, 8))
            * speed(restaurantId, 0)
            * crowding
            * draws.spread(Cause.PREPARATION, orderId, 0, 0.2);
    return (long) (Math.min(minutes, 90) * Micros.MINUTE);
  }

  private double speed(long restaurantId, long trait) {
    return draws.spread(Cause.KITCHEN_SPEED, restaurantId, trait, 0.25);
  }
}
