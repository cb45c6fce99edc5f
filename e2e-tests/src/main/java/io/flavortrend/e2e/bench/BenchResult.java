package io.flavortrend.e2e.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * One figure.
 *
 * @param name what was measured, stable over versions
 * @param value the figure
 * @param unit its unit
 * @param bar what it should be, for a person; null where there is none
 * @param met whether the bar was reached; null where there is none
 * @param details what helps to judge the figure
 */
public record BenchResult(
    String name,
    double value,
    String unit,
    @Nullable String bar,
    @Nullable Boolean met,
    Map<String, Object> details) {

  /** A figure that should be at most {@code bar}. */
  static BenchResult atMost(
      String name, double value, String unit, double bar, Map<String, Object> details) {
    return new BenchResult(
        name, rounded(value), unit, "≤ %s %s".formatted(text(bar), unit), value <= bar, details);
  }

  /** A figure that should be at least {@code bar}. */
  static BenchResult atLeast(
      String name, double value, String unit, double bar, Map<String, Object> details) {
    return new BenchResult(
        name, rounded(value), unit, "≥ %s %s".formatted(text(bar), unit), value >= bar, details);
  }

  /** A figure without a bar. */
  static BenchResult plain(String name, double value, String unit, Map<String, Object> details) {
    return new BenchResult(name, rounded(value), unit, null, null, details);
  }

  /** Percentiles of a histogram of microseconds, in milliseconds. */
  static Map<String, Object> milliseconds(Histogram micros) {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("count", micros.getTotalCount());
    details.put("p50_ms", rounded(micros.getValueAtPercentile(50) / 1e3));
    details.put("p90_ms", rounded(micros.getValueAtPercentile(90) / 1e3));
    details.put("p99_ms", rounded(micros.getValueAtPercentile(99) / 1e3));
    details.put("max_ms", rounded(micros.getMaxValue() / 1e3));
    return details;
  }

  private static double rounded(double value) {
    return Math.round(value * 1000) / 1000.0;
  }

  private static String text(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }
}
