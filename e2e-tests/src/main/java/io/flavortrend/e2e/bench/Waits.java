package io.flavortrend.e2e.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * How long each thing took that began within a span. Tells on the way, for each twenty seconds from
 * the start of the warm-up, so that one sees whether the figure still falls. Not thread-safe.
 */
final class Waits {
  private static final long LONGEST_MICROS = 600_000_000;
  private static final long SLICE_SECONDS = 20;

  private final String name;
  private final Span span;
  private final Instant began = Instant.now();
  private final Histogram measured = new Histogram(LONGEST_MICROS, 3);
  private final Histogram slice = new Histogram(LONGEST_MICROS, 3);
  private long sliceNumber;

  Waits(String name, Span span) {
    this.name = name;
    this.span = span;
  }

  /**
   * One thing that began and was seen at these instants; what began before the bench is no one's.
   */
  void add(Instant began, Instant seen) {
    if (began.isBefore(this.began)) {
      return;
    }
    tell(Duration.between(this.began, seen).toSeconds() / SLICE_SECONDS);
    long micros = Duration.between(began, seen).toNanos() / 1_000;
    long counted = Math.min(LONGEST_MICROS, Math.max(0, micros));
    slice.recordValue(counted);
    if (span.contains(began)) {
      measured.recordValue(counted);
    }
  }

  private void tell(long number) {
    if (number == sliceNumber) {
      return;
    }
    System.err.printf(
        "%s: until %d s: %s%n",
        name, (sliceNumber + 1) * SLICE_SECONDS, BenchResult.milliseconds(slice));
    slice.reset();
    sliceNumber = number;
  }

  long count() {
    return measured.getTotalCount();
  }

  /** Count, percentiles and maximum; may be added to. */
  Map<String, Object> details() {
    return BenchResult.milliseconds(measured);
  }

  /** The median, without a bar. */
  BenchResult median(String what) {
    return BenchResult.plain(what + ", p50", millis(50), "ms", details());
  }

  /** The median and the 99th percentile, each with its bar in milliseconds. */
  List<BenchResult> results(
      String what, double p50AtMost, double p99AtMost, Map<String, Object> details) {
    return List.of(
        BenchResult.atMost(what + ", p50", millis(50), "ms", p50AtMost, details),
        BenchResult.atMost(what + ", p99", millis(99), "ms", p99AtMost, details));
  }

  private double millis(double percentile) {
    return measured.getValueAtPercentile(percentile) / 1e3;
  }
}
