package io.flavortrend.generator.simulation;

/**
 * How long a way takes: by streets, vehicle and how well its rider knows the city, weather, traffic
 * and chance. Durations are microseconds before compression.
 */
final class Travel {
  private static final double PARKING_MINUTES = 1.8;

  private final Draws draws;
  private final Conditions conditions;

  Travel(Draws draws, Conditions conditions) {
    this.draws = draws;
    this.conditions = conditions;
  }

  /**
   * @param leg 0 to the restaurant, 1 to the customer
   * @param effort kilometres of ordinary street that take as long
   * @param at when the ride begins
   */
  long duration(OrderLife order, int leg, double effort, Courier courier, long at) {
    double minutes =
        effort
            / courier.vehicle.kilometresPerHour()
            * 60
            * draws.spread(Cause.COURIER_SKILL, courier.id, 0, 0.1)
            * conditions.slowing(order.market, courier.vehicle, at)
            * draws.spread(Cause.TRAVEL, order.placed.id(), leg, 0.09);
    return (long) ((PARKING_MINUTES + minutes) * Micros.MINUTE);
  }

  /** At the restaurant's counter, from ready and arrived until picked up. */
  long handover(long orderId) {
    return (long) (draws.exponential(Cause.HANDOVER, orderId, 0) * 40 * Micros.SECOND);
  }
}
