package io.flavortrend.e2e.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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

  private static final long STALL_NANOS = 100_000_000;

  private final long created = System.nanoTime();
  private final List<Stall> stalls = new ArrayList<>();
  private final ConcurrentMap<Long, Long> committed = new ConcurrentHashMap<>();
  private final ConcurrentMap<Long, Long> arrived = new ConcurrentHashMap<>();
  private final Histogram micros = new ConcurrentHistogram(LONGEST_MICROS, 3);

  /**
   * A time in which nothing got through.
   *
   * @param seen when it was over, for comparing with logs
   * @param atSeconds when it began, seconds since the ledger was made
   * @param milliseconds how long the first one in it waited
   */
  record Stall(Instant seen, double atSeconds, double milliseconds) {}

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

  /** Times in which nothing got through for long, oldest first. */
  List<Stall> stalls() {
    synchronized (stalls) {
      return List.copyOf(stalls);
    }
  }

  private void record(long from, long to) {
    micros.recordValue(Math.min(LONGEST_MICROS, Math.max(0, (to - from) / 1_000)));
    if (to - from > STALL_NANOS) {
      noteStall(from, to);
    }
  }

  private void noteStall(long from, long to) {
    double at = (from - created) / 1e9;
    double lasted = (to - from) / 1e6;
    synchronized (stalls) {
      // All that waited for the same thing is one stall: the one that waited longest tells of it.
      Stall last = stalls.isEmpty() ? null : stalls.get(stalls.size() - 1);
      if (last == null || at > last.atSeconds() + last.milliseconds() / 1e3) {
        stalls.add(new Stall(Instant.now(), at, lasted));
      } else if (lasted > last.milliseconds()) {
        stalls.set(stalls.size() - 1, new Stall(last.seen(), at, lasted));
      }
    }
  }
}
