package io.flavortrend.jobs.frame.join;

import java.util.Arrays;
import java.util.function.LongConsumer;

/** The event times of an entity's versions in their order; the versions are in state. */
final class Timeline {
  /** No such time. */
  static final long NONE = Long.MIN_VALUE;

  private long[] times = new long[4];
  private int from;
  private int to;

  /** The newest time at or before the given one; {@link #NONE} where there is none. */
  long floor(long time) {
    if (to > from && times[to - 1] <= time) {
      return times[to - 1]; // Almost always: questions are about now.
    }
    int found = Arrays.binarySearch(times, from, to, time);
    int index = found >= 0 ? found : -found - 2;
    return index < from ? NONE : times[index];
  }

  /** Whether this very time is there. */
  boolean contains(long time) {
    return floor(time) == time;
  }

  /** Adds a time; one that is there already is not there twice. */
  void add(long time) {
    int found = Arrays.binarySearch(times, from, to, time);
    if (found >= 0) {
      return;
    }
    makeRoom();
    int index = to;
    while (index > from && times[index - 1] > time) {
      times[index] = times[index - 1];
      index--;
    }
    times[index] = time;
    to++;
  }

  /** Forgets the times before the one that holds at {@code time}. */
  void prune(long time, LongConsumer forgotten) {
    long holds = floor(time);
    while (holds != NONE && times[from] < holds) {
      forgotten.accept(times[from++]);
    }
  }

  private void makeRoom() {
    if (to < times.length) {
      return;
    }
    int size = to - from;
    long[] roomy = size > times.length / 2 ? new long[2 * times.length] : times;
    System.arraycopy(times, from, roomy, 0, size);
    times = roomy;
    from = 0;
    to = size;
  }
}
