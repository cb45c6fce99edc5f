package io.flavortrend.generator.store;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Waits longer after each failure in a row: 50 ms, doubled up to 2 s. Not thread-safe. */
public final class Backoff {
  private static final long FIRST_MS = 50;
  private static final long LONGEST_MS = 2_000;

  private long next = FIRST_MS;
  private long failingSince;

  /**
   * Waits after a failure.
   *
   * @throws InterruptedException when the process is to stop
   */
  public void pause() throws InterruptedException {
    if (failingSince == 0) {
      failingSince = System.nanoTime();
    }
    TimeUnit.MILLISECONDS.sleep(next);
    next = Math.min(LONGEST_MS, next * 2);
  }

  /** How long there has been no success. */
  public Duration failing() {
    return failingSince == 0 ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - failingSince);
  }

  /** It worked again. */
  public void reset() {
    next = FIRST_MS;
    failingSince = 0;
  }
}
