package io.flavortrend.generator.simulation;

import io.flavortrend.generator.world.Vehicle;

/** How long a way takes: streets bend, vehicles differ, rain slows. Durations are microseconds. */
final class Travel {
  private static final double STREETS_TO_STRAIGHT = 1.3;
  private static final double PARKING_MINUTES = 1.2;

  private final Draws draws;

  Travel(Draws draws) {
    this.draws = draws;
  }

  /**
   * @param leg 0 to the restaurant, 1 to the customer
   * @param rainMm rain of the hour in millimetres
   */
  long duration(long orderId, int leg, double kilometres, Vehicle vehicle, double rainMm) {
    double wet = 1 + Math.min(0.4, rainMm * 0.06) * (vehicle == Vehicle.CAR ? 0.5 : 1);
    double minutes =
        kilometres
            * STREETS_TO_STRAIGHT
            / vehicle.kilometresPerHour()
            * 60
            * wet
            * draws.spread(Cause.TRAVEL, orderId, leg, 0.15);
    return (long) ((PARKING_MINUTES + minutes) * Micros.MINUTE);
  }

  /** At the restaurant's counter, from ready and arrived until picked up. */
  long handover(long orderId) {
    return (long) (draws.exponential(Cause.HANDOVER, orderId, 0) * 40 * Micros.SECOND);
  }
}
