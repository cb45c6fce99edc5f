package io.flavortrend.notifier.channels;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The recent events of one channel, bounded by count and age, for clients that come back. Knows for
 * each partition from which offset on it is complete. Not thread-safe: the feed's thread owns it.
 */
public final class EventRing {
  private final int maxEvents;
  private final Duration maxAge;
  private final ArrayDeque<Event> events = new ArrayDeque<>();
  private long[] completeFrom;

  /**
   * @param completeFrom for each partition the first offset that is read; copied
   */
  public EventRing(int maxEvents, Duration maxAge, long[] completeFrom) {
    this.maxEvents = maxEvents;
    this.maxAge = maxAge;
    this.completeFrom = completeFrom.clone();
  }

  /** Adds an event, and lets go of those that are beyond the bounds. */
  public void add(Event event) {
    events.addLast(event);
    while (events.size() > maxEvents) {
      forgetOldest();
    }
  }

  /** Lets go of events read before {@code now} − the maximal age. */
  public void expire(Instant now) {
    Instant oldest = now.minus(maxAge);
    while (!events.isEmpty() && events.getFirst().readAt().isBefore(oldest)) {
      forgetOldest();
    }
  }

  /**
   * The events at or after these offsets, oldest first; empty where some of them are not here any
   * more, or the offsets are not of this topic.
   *
   * @param next for each partition the first wanted offset
   * @param end for each partition the offset behind the last one that was read
   */
  public Optional<List<Event>> since(long[] next, long[] end) {
    if (next.length != completeFrom.length) {
      return Optional.empty();
    }
    for (int partition = 0; partition < next.length; partition++) {
      if (next[partition] < completeFrom[partition] || next[partition] > end[partition]) {
        return Optional.empty();
      }
    }
    List<Event> missed = new ArrayList<>();
    for (Event event : events) {
      if (event.offset() >= next[event.partition()]) {
        missed.add(event);
      }
    }
    return Optional.of(missed);
  }

  /** How many events it holds. */
  public int size() {
    return events.size();
  }

  private void forgetOldest() {
    Event oldest = events.removeFirst();
    completeFrom[oldest.partition()] =
        Math.max(completeFrom[oldest.partition()], oldest.offset() + 1);
  }
}
