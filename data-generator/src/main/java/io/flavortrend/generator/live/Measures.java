package io.flavortrend.generator.live;

import io.flavortrend.generator.simulation.Micros;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;
import org.jspecify.annotations.Nullable;

/** What the writers have committed, and how late. Thread-safe. */
final class Measures {
  private static final long WINDOW_NANOS = TimeUnit.SECONDS.toNanos(10);

  final Meter orders = new Meter();
  final Meter changes = new Meter();
  final Meter busyNanos = new Meter();
  final AtomicLong refused = new AtomicLong();
  private final Recorder lateness = new Recorder(2);
  private @Nullable Histogram window;
  private @Nullable Histogram spare;
  private long windowAt;

  /** A change due at {@code at} was committed at {@code now}, both microseconds since 1970. */
  void committed(long at, long now) {
    lateness.recordValue(Math.max(0, Math.min(now - at, Micros.HOUR)));
  }

  /** From due to committed over the last 10 to 20 s. */
  synchronized Status.Lateness lateness() {
    long now = System.nanoTime();
    Histogram shown = window;
    if (shown == null || now - windowAt > WINDOW_NANOS) {
      Histogram fresh = lateness.getIntervalHistogram(spare);
      spare = shown;
      window = fresh;
      windowAt = now;
      shown = fresh;
    }
    return new Status.Lateness(
        shown.getTotalCount(),
        shown.getValueAtPercentile(50) / 1_000.0,
        shown.getValueAtPercentile(99) / 1_000.0,
        shown.getMaxValue() / 1_000.0);
  }
}
