package io.flavortrend.generator.live;

import java.util.concurrent.TimeUnit;

/** Counts events of the last ten full seconds. Thread-safe. */
final class Meter {
  private static final int WINDOW = 10;
  private static final int SLOTS = WINDOW + 2;

  private final long[] counts = new long[SLOTS];
  private final long[] seconds = new long[SLOTS];
  private long total;

  synchronized void add(long count) {
    long second = now();
    int slot = (int) (second % SLOTS);
    if (seconds[slot] != second) {
      seconds[slot] = second;
      counts[slot] = 0;
    }
    counts[slot] += count;
    total += count;
  }

  /** Events per second, the running second left out. */
  synchronized double perSecond() {
    long second = now();
    long sum = 0;
    for (int i = 0; i < SLOTS; i++) {
      if (seconds[i] < second && seconds[i] >= second - WINDOW) {
        sum += counts[i];
      }
    }
    return (double) sum / WINDOW;
  }

  synchronized long total() {
    return total;
  }

  /** Offset by a window, so that slots never used count as long past. */
  private static long now() {
    return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - ORIGIN) + SLOTS;
  }

  private static final long ORIGIN = System.nanoTime();
}
