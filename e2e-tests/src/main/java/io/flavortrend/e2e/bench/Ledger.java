package io.flavortrend.e2e.bench;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * Pairs what was committed with what arrived, whichever is noted first, on one clock: {@link
 * System#nanoTime()}. Thread-safe.
 */
final class Ledger {
  private static final long LONGEST_MICROS = 600_000_000;

  private final ConcurrentMap<Long, Long> committed = new ConcurrentHashMap<>();
  private final ConcurrentMap<Long, Long> arrived = new ConcurrentHashMap<>();
  private final Histogram micros = new ConcurrentHistogram(LONGEST_MICROS, 3);

  void committed(long id, long nanos) {
    Long arrival = arrived.remove(id);
    if (arrival != null) {
      record(nanos, arrival);
      return;
    }
    committed.put(id, nanos);
    // The arrival may have been noted between the two lines above.
    Long late = arrived.remove(id);
    if (late != null && committed.remove(id) != null) {
      record(nanos, late);
    }
  }

  void arrived(long id, long nanos) {
    Long commit = committed.remove(id);
    if (commit != null) {
      record(commit, nanos);
      return;
    }
    arrived.put(id, nanos);
    Long late = committed.remove(id);
    if (late != null && arrived.remove(id) != null) {
      record(late, nanos);
    }
  }

  /** How many were paired. */
  long paired() {
    return micros.getTotalCount();
  }

  /** How many commits wait for their arrival. */
  int missing() {
    return committed.size();
  }

  /** Arrival minus commit, microseconds; 0 where the arrival was noted first. */
  Histogram micros() {
    return micros;
  }

  private void record(long from, long to) {
    micros.recordValue(Math.min(LONGEST_MICROS, Math.max(0, (to - from) / 1_000)));
  }
}
