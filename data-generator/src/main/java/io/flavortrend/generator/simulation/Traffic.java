package io.flavortrend.generator.simulation;

import java.time.DayOfWeek;
import java.time.ZonedDateTime;

/** How the time of day slows the streets, against their mean over all deliveries. */
final class Traffic {
  private static final double[] WEEKDAY = {
    0.85, 0.82, 0.80, 0.80, 0.80, 0.82, 0.90, 1.08, 1.25, 1.12, 1.00, 1.00,
    1.08, 1.08, 1.02, 1.00, 1.08, 1.25, 1.32, 1.15, 1.02, 0.95, 0.92, 0.88
  };
  private static final double[] DAY_OFF = {
    0.88, 0.85, 0.82, 0.80, 0.80, 0.80, 0.82, 0.85, 0.88, 0.92, 0.98, 1.02,
    1.05, 1.02, 0.98, 0.98, 1.00, 1.05, 1.12, 1.12, 1.05, 1.00, 0.98, 0.92
  };

  private Traffic() {}

  /** The factor by which a way takes longer at that local time. */
  static double slowing(ZonedDateTime local, boolean holiday) {
    DayOfWeek day = local.getDayOfWeek();
    boolean off = holiday || day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY;
    double[] hours = off ? DAY_OFF : WEEKDAY;
    int hour = local.getHour();
    double within = local.getMinute() / 60.0;
    return hours[hour] * (1 - within) + hours[(hour + 1) % 24] * within;
  }
}
