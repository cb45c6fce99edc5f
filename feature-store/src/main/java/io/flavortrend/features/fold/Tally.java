package io.flavortrend.features.fold;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * Counts by key, sorted by key; a count of zero takes no room, and counts may be negative while a
 * correction is under way. Keys are minutes, hours, days, or a minute with a value in its low bits.
 */
public final class Tally {
  private long[] keys = new long[4];
  private int[] counts = new int[4];
  private int size;

  /** Adds to the count of a key. */
  public void add(long key, int difference) {
    int index = Arrays.binarySearch(keys, 0, size, key);
    if (index >= 0) {
      counts[index] += difference;
      if (counts[index] == 0) {
        remove(index);
      }
    } else if (difference != 0) {
      insert(-index - 1, key, difference);
    }
  }

  /** The count of a key. */
  public int count(long key) {
    int index = Arrays.binarySearch(keys, 0, size, key);
    return index >= 0 ? counts[index] : 0;
  }

  /** All counts together. */
  public int total() {
    int total = 0;
    for (int i = 0; i < size; i++) {
      total += counts[i];
    }
    return total;
  }

  /** Forgets every key below this one. */
  public void dropBelow(long key) {
    int kept = 0;
    while (kept < size && keys[kept] < key) {
      kept++;
    }
    if (kept > 0) {
      System.arraycopy(keys, kept, keys, 0, size - kept);
      System.arraycopy(counts, kept, counts, 0, size - kept);
      size -= kept;
    }
  }

  public boolean isEmpty() {
    return size == 0;
  }

  /** Number of keys. */
  public int size() {
    return size;
  }

  /** The key at a position, counted from the smallest. */
  public long key(int index) {
    return keys[index];
  }

  /** The count at a position, counted from the smallest key. */
  public int countAt(int index) {
    return counts[index];
  }

  public void write(DataOutput out) throws IOException {
    CompactNumbers.write(out, size);
    long former = 0;
    for (int i = 0; i < size; i++) {
      CompactNumbers.write(out, keys[i] - former);
      CompactNumbers.write(out, counts[i]);
      former = keys[i];
    }
  }

  public void read(DataInput in) throws IOException {
    size = (int) CompactNumbers.read(in);
    keys = new long[Math.max(4, size + 2)];
    counts = new int[keys.length];
    long former = 0;
    for (int i = 0; i < size; i++) {
      former += CompactNumbers.read(in);
      keys[i] = former;
      counts[i] = (int) CompactNumbers.read(in);
    }
  }

  private void insert(int index, long key, int count) {
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, size * 2);
      counts = Arrays.copyOf(counts, size * 2);
    }
    System.arraycopy(keys, index, keys, index + 1, size - index);
    System.arraycopy(counts, index, counts, index + 1, size - index);
    keys[index] = key;
    counts[index] = count;
    size++;
  }

  private void remove(int index) {
    System.arraycopy(keys, index + 1, keys, index, size - index - 1);
    System.arraycopy(counts, index + 1, counts, index, size - index - 1);
    size--;
  }
}
