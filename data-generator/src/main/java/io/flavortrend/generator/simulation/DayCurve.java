package io.flavortrend.generator.simulation;

import java.time.DayOfWeek;
import java.time.ZonedDateTime;

/**
 * How hungry a city is at a local time, relative to its mean over the week: lunch and dinner peaks,
 * evenings at the weekend stronger and later. The nights keep a tenth, so that a page opened at any
 * hour shows life.
 */
final class DayCurve {
  private static final double[] WEEKDAY = {
    0.35, 0.20, 0.12, 0.10, 0.10, 0.10, 0.15, 0.25, 0.40, 0.50, 0.70, 1.20,
    2.30, 2.40, 1.60, 0.80, 0.70, 0.80, 1.20, 2.20, 2.80, 2.50, 1.60, 0.80
  };
  private static final double[] WEEKEND = {
    0.60, 0.35, 0.20, 0.12, 0.10, 0.10, 0.12, 0.18, 0.30, 0.45, 0.70, 1.20,
    2.30, 2.80, 2.20, 1.20, 0.90, 1.00, 1.50, 2.60, 3.40, 3.20, 2.30, 1.30
  };
  private static final double MEAN = (5 * sum(WEEKDAY) + 2 * sum(WEEKEND)) / (7 * 24);

  /** The highest value that {@link #factor} takes. */
  static final double PEAK = 3.4 / MEAN;

  private DayCurve() {}

  /** The factor at that local time; its mean over a week without holiday is 1. */
  static double factor(ZonedDateTime local, boolean holiday) {
    double[] day = holiday ? WEEKEND : of(local.getDayOfWeek());
    int hour = local.getHour();
    double within = local.getMinute() / 60.0;
    double next = hour < 23 ? day[hour + 1] : of(local.getDayOfWeek().plus(1))[0];
    return (day[hour] * (1 - within) + next * within) / MEAN;
  }

  private static double[] of(DayOfWeek day) {
    return day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY ? WEEKEND : WEEKDAY;
  }

  private static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }
}
