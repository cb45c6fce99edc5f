package io.flavortrend.generator.simulation;

import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** What is due when; of equal times, what was entered first comes first. */
final class Agenda {
  /** What can be due. */
  enum Kind {
    ARRIVAL,
    ACCEPT,
    DISPATCH,
    READY,
    PICK_UP,
    DELIVER,
    CANCEL,
    GIVE_UP,
    REVIEW,
    WEATHER,
    PINGS,
    SHIFTS,
    SCENARIO
  }

  /**
   * @param order whose stage it is; null for what concerns no order
   * @param epoch of the pace it was planned under; an entry of an older one is void
   */
  record Entry(long at, long sequence, Kind kind, @Nullable OrderLife order, long epoch)
      implements Comparable<Entry> {
    @Override
    public int compareTo(Entry other) {
      int byTime = Long.compare(at, other.at);
      return byTime != 0 ? byTime : Long.compare(sequence, other.sequence);
    }
  }

  private final PriorityQueue<Entry> entries = new PriorityQueue<>();
  private long sequence;

  void add(long at, Kind kind, @Nullable OrderLife order) {
    add(at, kind, order, 0);
  }

  void add(long at, Kind kind, @Nullable OrderLife order, long epoch) {
    entries.add(new Entry(at, sequence++, kind, order, epoch));
  }

  /** The next entry due by then, taken out; null where none is. */
  @Nullable Entry pollDue(long by) {
    Entry next = entries.peek();
    if (next == null || next.at() > by) {
      return null;
    }
    return entries.poll();
  }

  /** Copies what concerns orders of one market. */
  void copyTo(Agenda other, int market, Copies copies) {
    for (Entry entry : entries) {
      OrderLife order = entry.order();
      if (order != null && order.market == market && entry.kind() != Kind.REVIEW) {
        other.entries.add(
            new Entry(entry.at(), entry.sequence(), entry.kind(), copies.of(order), 0));
      }
    }
    other.sequence = sequence;
  }

  /** When the next entry is due; {@link Long#MAX_VALUE} where there is none. */
  long nextAt() {
    Entry next = entries.peek();
    return next == null ? Long.MAX_VALUE : next.at();
  }
}
