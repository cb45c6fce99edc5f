package io.flavortrend.jobs.dynamicsla;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Instants as the job counts them: microseconds since the epoch. */
final class Micros {
  /** No instant. */
  static final long NONE = Long.MIN_VALUE;

  /** Microseconds in a millisecond. */
  static final long PER_MILLI = 1_000;

  /** Microseconds in a minute. */
  static final double PER_MINUTE = 60e6;

  private Micros() {}

  /** {@link #NONE} for null. */
  static long of(@Nullable Instant instant) {
    return instant == null ? NONE : ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }

  static long of(Duration duration) {
    return duration.toNanos() / 1_000;
  }

  static long ofMinutes(double minutes) {
    return Math.round(minutes * PER_MINUTE);
  }

  static double minutes(long micros) {
    return micros / PER_MINUTE;
  }

  static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }

  /** The millisecond that the instant lies in: event time, which Flink counts in milliseconds. */
  static long millis(long micros) {
    return Math.floorDiv(micros, PER_MILLI);
  }
}
