package io.flavortrend.generator.simulation;

import io.flavortrend.generator.world.Vehicle;

/**
 * What the weather does to those who ride in it.
 *
 * @param rainMm rain of the hour in millimetres
 * @param windKmh wind in km/h
 */
record Sky(double rainMm, double windKmh) {
  private static final double BREEZE_KMH = 20;

  /** The factor by which a way takes longer. */
  double slowing(Vehicle vehicle) {
    double wet = Math.min(0.5, rainMm * 0.06);
    double windy = Math.min(0.4, Math.max(0, windKmh - BREEZE_KMH) * 0.008);
    return switch (vehicle) {
      case BICYCLE -> (1 + 1.1 * wet) * (1 + windy);
      case SCOOTER -> (1 + wet) * (1 + 0.5 * windy);
      case CAR -> 1 + 0.5 * wet;
    };
  }

  /** The factor by which more people have their food brought. */
  double appetite() {
    return 1 + Math.min(0.4, rainMm * 0.05);
  }
}
