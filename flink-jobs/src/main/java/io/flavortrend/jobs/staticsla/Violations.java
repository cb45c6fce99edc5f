package io.flavortrend.jobs.staticsla;

import io.flavortrend.contracts.values.SlaViolation;
import io.flavortrend.contracts.values.SlaViolation.LimitName;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Writes a row as the topic and the table show it. */
final class Violations {
  private Violations() {}

  /**
   * The contract's record. Its version follows from the log alone: a job that reads the log again
   * shows the same rows with the same versions, and none that is older wins over one that stands.
   *
   * @param byTime true where event time and no change brought the row about
   * @param emittedAt the clock in milliseconds
   */
  static SlaViolation of(
      TrackedOrder order, LimitName limit, ShownRow row, boolean byTime, long emittedAt) {
    boolean reached = row.actual() != OrderTimes.NONE;
    return new SlaViolation(
        SlaViolation.SCHEMA_VERSION,
        order.orderId(),
        row.cityId(),
        row.restaurantId(),
        row.courierId() == 0 ? null : row.courierId(),
        limit,
        row.limitMinutes(),
        instant(row.started()),
        instant(row.due()),
        row.state(),
        reached ? instant(row.actual()) : null,
        overrun(row, reached),
        row.historical(),
        Instant.ofEpochMilli(row.detectedAtMillis()),
        instant(row.eventTime()),
        Math.multiplyExact(order.lsn(), 2L) + (byTime ? 1 : 0),
        new SlaViolation.Trace(
            instant(order.committedAtMicros()),
            instant(order.capturedAtMicros()),
            Instant.ofEpochMilli(emittedAt)));
  }

  private static @Nullable Double overrun(ShownRow row, boolean reached) {
    return reached ? (row.actual() - row.due()) / Verdict.MICROS_PER_MINUTE : null;
  }

  private static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }
}
