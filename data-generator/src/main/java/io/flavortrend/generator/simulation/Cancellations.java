package io.flavortrend.generator.simulation;

/**
 * Why orders come to nothing: the restaurant is out of a dish or has more than it can cook, nobody
 * answers for too long, the customer thinks better of it, or no courier comes. Times are
 * microseconds since 1970, {@link Long#MAX_VALUE} for never. Once food is ready, it is brought.
 */
final class Cancellations {
  private static final double OUT_OF_A_DISH = 0.013;
  private static final double CHANGED_MIND = 0.02;
  private static final long PATIENCE_UNANSWERED = 7 * Micros.MINUTE;
  private static final long PATIENCE_LATE = 18 * Micros.MINUTE;

  private final Draws draws;
  private final Kitchen kitchen;

  Cancellations(Draws draws, Kitchen kitchen) {
    this.draws = draws;
    this.kitchen = kitchen;
  }

  /** True where the restaurant does not take the order. */
  boolean refused(OrderLife order, long at) {
    return draws.uniform(Cause.CANCELLATION, order.placed.id()) < OUT_OF_A_DISH
        || kitchen.refuses(order, at);
  }

  /** When the customer gives up on a restaurant that does not answer. */
  long givenUpUnanswered(OrderLife order) {
    return order.placed.placedAt() + patience(order, 0, PATIENCE_UNANSWERED);
  }

  /** When the customer thinks better of it, while the food is being cooked. */
  long changedMind(OrderLife order) {
    long id = order.placed.id();
    if (draws.uniform(Cause.CANCELLATION, id, 2) >= CHANGED_MIND) {
      return Long.MAX_VALUE;
    }
    double moment = 0.9 * draws.uniform(Cause.CANCELLATION, id, 1);
    return order.acceptedAt + (long) ((order.kitchenReadyAt - order.acceptedAt) * moment);
  }

  /** When the customer gives up on an order for which there is no courier. */
  long givenUpWaiting(OrderLife order) {
    return order.placed.promisedAt() + patience(order, 1, PATIENCE_LATE);
  }

  private long patience(OrderLife order, long variant, long median) {
    double share = draws.spread(Cause.PATIENCE, order.placed.id(), variant, 0.4);
    return order.scaled((long) (median * share));
  }
}
