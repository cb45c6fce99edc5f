package io.flavortrend.generator.simulation;

/**
 * What the application tells the customer when the order is placed: from basket and distance alone,
 * since it knows neither the kitchen's pace nor who will ride. Durations are microseconds.
 */
final class Promise {
  private Promise() {}

  /**
   * From placed until the promised delivery, before compression.
   *
   * @param kilometres by road
   */
  static long duration(int itemCount, double kilometres) {
    double minutes = 20 + 1.6 * Math.min(itemCount, 10) + 3.2 * kilometres;
    return (long) (minutes * Micros.MINUTE);
  }
}
