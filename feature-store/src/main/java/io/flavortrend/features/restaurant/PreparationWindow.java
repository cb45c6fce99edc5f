package io.flavortrend.features.restaurant;

import io.flavortrend.features.fold.Tally;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/** Preparation times of a window, by minute, in whole seconds. */
final class PreparationWindow {
  /** Seconds stand in the low bits of a key, below the minute. */
  private static final int SECONDS_BITS = 14;

  private static final long SECONDS_MASK = (1L << SECONDS_BITS) - 1;

  private final Tally tally = new Tally();

  void add(long minute, int seconds, int sign) {
    tally.add((minute << SECONDS_BITS) | seconds, sign);
  }

  void dropBelow(long minute) {
    tally.dropBelow(minute << SECONDS_BITS);
  }

  boolean isEmpty() {
    return tally.isEmpty();
  }

  long firstMinute() {
    return tally.key(0) >> SECONDS_BITS;
  }

  /** Mean in minutes; NaN where there is none. */
  double mean() {
    long count = 0;
    long seconds = 0;
    for (int i = 0; i < tally.size(); i++) {
      count += tally.countAt(i);
      seconds += tally.countAt(i) * (tally.key(i) & SECONDS_MASK);
    }
    return count > 0 ? seconds / (60.0 * count) : Double.NaN;
  }

  /** The smallest time within which nine of ten were ready, in minutes; NaN where there is none. */
  double ninetiethPercentile() {
    long[] byTime = new long[tally.size()];
    int count = 0;
    int times = 0;
    for (int i = 0; i < tally.size(); i++) {
      if (tally.countAt(i) > 0) {
        byTime[times++] = ((tally.key(i) & SECONDS_MASK) << 32) | tally.countAt(i);
        count += tally.countAt(i);
      }
    }
    if (count == 0) {
      return Double.NaN;
    }
    Arrays.sort(byTime, 0, times);
    // Nearest rank, ceil(0.9 n).
    int rank = (9 * count + 9) / 10;
    int i = -1;
    while (rank > 0) {
      rank -= (int) byTime[++i];
    }
    return (byTime[i] >> 32) / 60.0;
  }

  void write(DataOutput out) throws IOException {
    tally.write(out);
  }

  void read(DataInput in) throws IOException {
    tally.read(in);
  }
}
