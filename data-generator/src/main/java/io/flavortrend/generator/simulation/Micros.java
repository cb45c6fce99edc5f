package io.flavortrend.generator.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Instants as microseconds since 1970: what timestamptz holds, and cheap to order. */
public final class Micros {
  /** Microseconds in a second. */
  public static final long SECOND = 1_000_000L;

  /** Microseconds in a minute. */
  public static final long MINUTE = 60 * SECOND;

  /** Microseconds in an hour. */
  public static final long HOUR = 60 * MINUTE;

  private Micros() {}

  /** The instant in microseconds; finer parts are cut off. */
  public static long of(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }

  /** The duration in microseconds; finer parts are cut off. */
  public static long of(Duration duration) {
    return duration.toNanos() / 1_000;
  }

  /** The instant of so many microseconds since 1970. */
  public static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }
}
