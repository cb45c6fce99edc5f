package io.flavortrend.notifier.latency;

import java.time.Duration;
import java.util.ArrayDeque;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;
import org.jspecify.annotations.Nullable;

/** A histogram of microseconds over the last minute, in slices. Recording is wait-free. */
final class MinuteHistogram {
  private static final int SLICES = 12;
  private static final long MAX_MICROS = Duration.ofMinutes(10).toNanos() / 1_000;
  private static final int DIGITS = 2;

  private final Recorder recorder = new Recorder(MAX_MICROS, DIGITS);
  private final ArrayDeque<Histogram> slices = new ArrayDeque<>();

  /** Clocks of two processes may differ by a little: below zero counts as zero. */
  void record(long micros) {
    recorder.recordValue(Math.min(MAX_MICROS, Math.max(0, micros)));
  }

  synchronized void rotate() {
    Histogram reused = slices.size() == SLICES ? slices.removeFirst() : null;
    slices.addLast(recorder.getIntervalHistogram(reused));
  }

  synchronized StageFigures figures(Stage stage) {
    Histogram sum = new Histogram(MAX_MICROS, DIGITS);
    slices.forEach(sum::add);
    long count = sum.getTotalCount();
    return new StageFigures(
        stage.code(),
        count,
        milliseconds(count, sum.getValueAtPercentile(50)),
        milliseconds(count, sum.getValueAtPercentile(99)),
        milliseconds(count, sum.getMaxValue()));
  }

  private static @Nullable Double milliseconds(long count, long micros) {
    return count == 0 ? null : micros / 1_000.0;
  }
}
