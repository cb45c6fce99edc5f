package io.flavortrend.stack.supervise;

import java.time.Duration;
import java.time.Instant;

/**
 * How long to wait before the next start, and when to give up: waits double from 0.2 s to 5 s, and
 * after a number of failures without a healthy minute in between it is given up. Not thread-safe.
 */
final class Backoff {
  /** Failures in a row after which a component is given up: about 40 s of trying. */
  static final int MAX_FAILURES = 12;

  private static final Duration FIRST = Duration.ofMillis(200);
  private static final Duration LONGEST = Duration.ofSeconds(5);
  private static final Duration HEALTHY_SPELL = Duration.ofMinutes(1);

  private final int maxFailures;
  private int failures;

  Backoff(int maxFailures) {
    this.maxFailures = maxFailures;
  }

  /**
   * Records that the process ended.
   *
   * @param readySince when it became ready; {@link Instant#MAX} when it never did
   * @param now the end
   */
  void failed(Instant readySince, Instant now) {
    boolean healthySpell =
        readySince.isBefore(now) && Duration.between(readySince, now).compareTo(HEALTHY_SPELL) >= 0;
    failures = healthySpell ? 1 : failures + 1;
  }

  /** Records that another start would fail in the same way. */
  void giveUp() {
    failures = maxFailures;
  }

  /** True where another start is not worth it. */
  boolean exhausted() {
    return failures >= maxFailures;
  }

  /** Failures since the last healthy spell. */
  int failures() {
    return failures;
  }

  /** How long to wait now. */
  Duration delay() {
    if (failures == 0) {
      return Duration.ZERO;
    }
    Duration delay = FIRST.multipliedBy(1L << Math.min(failures - 1, 10));
    return delay.compareTo(LONGEST) > 0 ? LONGEST : delay;
  }
}
