package io.flavortrend.generator.roads;

import java.util.Arrays;

/** Crossings reached but not yet done with, the easiest to reach first: a heap without objects. */
final class Frontier {
  private long[] entries = new long[256];
  private int size;

  boolean isEmpty() {
    return size == 0;
  }

  /**
   * @param effort not negative: such floats are in the order of their bits
   */
  void add(float effort, int crossing) {
    if (size == entries.length) {
      entries = Arrays.copyOf(entries, 2 * size);
    }
    long entry = (long) Float.floatToRawIntBits(effort) << 32 | crossing;
    int at = size++;
    while (at > 0 && entries[(at - 1) / 2] > entry) {
      entries[at] = entries[(at - 1) / 2];
      at = (at - 1) / 2;
    }
    entries[at] = entry;
  }

  /** The crossing of the least effort, taken out. */
  int poll() {
    long least = entries[0];
    long last = entries[--size];
    int at = 0;
    while (2 * at + 1 < size) {
      int child = 2 * at + 1;
      if (child + 1 < size && entries[child + 1] < entries[child]) {
        child++;
      }
      if (entries[child] >= last) {
        break;
      }
      entries[at] = entries[child];
      at = child;
    }
    entries[at] = last;
    return (int) least;
  }
}
