package io.flavortrend.debezium;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Lets something through at most once in a while. Not thread-safe. */
final class Pace {
  private final long interval;
  private final LongSupplier nanoTime;
  private long last;
  private boolean begun;

  /**
   * @param interval shortest time between two that are let through
   * @param nanoTime a clock as {@link System#nanoTime()}
   */
  Pace(Duration interval, LongSupplier nanoTime) {
    this.interval = interval.toNanos();
    this.nanoTime = nanoTime;
  }

  /** Whether it is time; if so, the next interval begins. The first call is always in time. */
  boolean due() {
    long now = nanoTime.getAsLong();
    if (begun && now - last < interval) {
      return false;
    }
    begun = true;
    last = now;
    return true;
  }
}
