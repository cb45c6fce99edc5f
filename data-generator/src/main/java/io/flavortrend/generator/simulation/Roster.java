package io.flavortrend.generator.simulation;

import java.time.ZonedDateTime;

/**
 * Who is down for work when: each courier has a habit (lunch and dinner, the whole day, evenings
 * into the night) and one or two days off a week. A function of courier and local time.
 */
final class Roster {
  private static final int NIGHT_ENDS = 6;

  private final Draws draws;

  Roster(Draws draws) {
    this.draws = draws;
  }

  /** True where the courier has a shift at that local time. */
  boolean isDown(long courierId, ZonedDateTime local) {
    // The hours after midnight belong to the evening before.
    ZonedDateTime day = local.getHour() < NIGHT_ENDS ? local.minusDays(1) : local;
    int hour = local.getHour() < NIGHT_ENDS ? local.getHour() + 24 : local.getHour();
    return works(courierId, day.getDayOfWeek().getValue(), day.toLocalDate().toEpochDay())
        && isInHabit(courierId, hour + local.getMinute() / 60.0);
  }

  private boolean works(long courierId, int weekday, long date) {
    int off = 1 + draws.index(Cause.ROSTER, courierId, 0, 7);
    boolean second = draws.uniform(Cause.ROSTER, courierId, 1) < 0.4 && weekday == off % 7 + 1;
    boolean ill = draws.uniform(Cause.ROSTER, courierId, 1_000 + date) < 0.03;
    return weekday != off && !second && !ill;
  }

  private boolean isInHabit(long courierId, double hour) {
    double habit = draws.uniform(Cause.ROSTER, courierId, 2);
    double shift = draws.uniform(Cause.ROSTER, courierId, 3) - 0.5;
    if (habit < 0.45) {
      return hour >= 11 + shift && hour < 15 + shift || hour >= 18 + shift && hour < 23 + shift;
    }
    if (habit < 0.65) {
      return hour >= 9 + shift && hour < 17 + shift;
    }
    if (habit < 0.9) {
      return hour >= 15.5 + shift && hour < 24 + shift;
    }
    return hour >= 20 + shift && hour < 30;
  }
}
