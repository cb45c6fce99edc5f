package io.flavortrend.generator.study;

import java.util.Arrays;

/** Shares of values by bins of equal width; what lies outside counts into the whole alone. */
final class Histogram {
  private final double width;
  private final long[] counts;
  private final double[] sample = new double[200_000];
  private long values;
  private double sum;

  Histogram(double width, int bins) {
    this.width = width;
    this.counts = new long[bins];
  }

  void add(double value) {
    int bin = (int) Math.floor(value / width);
    if (bin >= 0 && bin < counts.length) {
      counts[bin]++;
    }
    sample[(int) (values % sample.length)] = value;
    values++;
    sum += value;
  }

  boolean isEmpty() {
    return values == 0;
  }

  /** The share of all values in each bin. */
  double[] shares() {
    return Arrays.stream(counts)
        .mapToDouble(count -> (double) count / Math.max(1, values))
        .toArray();
  }

  double width() {
    return width;
  }

  double mean() {
    return sum / Math.max(1, values);
  }

  /** The value that so much of the values is below; of the newest 200,000. */
  double quantile(double share) {
    int size = (int) Math.min(values, sample.length);
    double[] sorted = Arrays.copyOf(sample, size);
    Arrays.sort(sorted);
    return size == 0 ? Double.NaN : sorted[Math.min(size - 1, (int) (share * size))];
  }
}
