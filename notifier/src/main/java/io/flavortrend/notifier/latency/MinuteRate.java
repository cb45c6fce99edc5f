package io.flavortrend.notifier.latency;

import java.util.ArrayDeque;
import java.util.concurrent.atomic.LongAdder;

/** Counts events and tells their rate over the last minute. Thread-safe. */
final class MinuteRate {
  private static final int SLICES = 12;

  private final LongAdder count = new LongAdder();
  private final ArrayDeque<Long> totals = new ArrayDeque<>();

  MinuteRate() {
    totals.add(0L);
  }

  void increment() {
    count.increment();
  }

  synchronized void rotate() {
    if (totals.size() > SLICES) {
      totals.removeFirst();
    }
    totals.addLast(count.sum());
  }

  synchronized double perSecond() {
    long slices = totals.size() - 1L;
    return slices == 0
        ? 0
        : (double) (totals.getLast() - totals.getFirst())
            / (slices * StageLatencies.SLICE.toSeconds());
  }
}
