package io.flavortrend.notifier.clients;

import io.flavortrend.notifier.channels.Event;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What still has to be sent to one client, bounded: beyond {@code coalesceAt} items only the newest
 * event of each key stays, at the place of the newest, so that cursors never run ahead of what was
 * sent; beyond {@code maxItems} keys, or when nothing has left for too long, the client is too
 * slow. Thread-safe.
 */
final class Outbox {
  /**
   * @param coalesceAt items above which superseded events are dropped
   * @param maxItems items above which the client is too slow
   * @param maxStallNanos a client that takes nothing for longer is too slow
   */
  record Limits(int coalesceAt, int maxItems, long maxStallNanos) {}

  /** One thing to send. */
  sealed interface Item {}

  /** An event of a channel. */
  record EventItem(Event event) implements Item {}

  /** A message that is encoded when it leaves. */
  record Message(FrameSource source, boolean heartbeat) implements Item {}

  /** Encodes a message. */
  interface FrameSource {
    byte[] encode();
  }

  private record Key(Object channel, String key) {}

  private final Limits limits;
  private final LongSupplier nanoTime;
  private final ArrayDeque<Item> items = new ArrayDeque<>();
  private int coalesceNext;
  private long takenAt;

  Outbox(Limits limits, LongSupplier nanoTime) {
    this.limits = limits;
    this.nanoTime = nanoTime;
    this.coalesceNext = limits.coalesceAt();
    this.takenAt = nanoTime.getAsLong();
  }

  /** Adds an item; false where the client is too slow, and nothing was added. */
  synchronized boolean offer(Item item) {
    if (items.isEmpty()) {
      takenAt = nanoTime.getAsLong();
    } else if (nanoTime.getAsLong() - takenAt > limits.maxStallNanos()) {
      return false;
    }
    if (items.size() >= coalesceNext) {
      coalesce();
      if (items.size() >= limits.maxItems()) {
        return false;
      }
      coalesceNext = Math.min(limits.maxItems(), Math.max(limits.coalesceAt(), 2 * items.size()));
    }
    items.addLast(item);
    return true;
  }

  /** The next item; null where there is none. */
  synchronized @Nullable Item poll() {
    Item item = items.pollFirst();
    if (item != null) {
      takenAt = nanoTime.getAsLong();
    }
    return item;
  }

  /** The events that come next, without other items in between. */
  synchronized List<Event> pollEvents(int limit) {
    List<Event> events = new ArrayList<>();
    while (events.size() < limit && items.peekFirst() instanceof EventItem next) {
      events.add(next.event());
      items.removeFirst();
      takenAt = nanoTime.getAsLong();
    }
    return events;
  }

  /** Forgets the events, keeps the messages. */
  synchronized void clearEvents() {
    items.removeIf(EventItem.class::isInstance);
  }

  /** Forgets everything. */
  synchronized void clear() {
    items.clear();
  }

  synchronized int size() {
    return items.size();
  }

  private void coalesce() {
    Set<Object> seen = new HashSet<>();
    List<Item> kept = new ArrayList<>(items.size());
    for (var newestFirst = items.descendingIterator(); newestFirst.hasNext(); ) {
      Item item = newestFirst.next();
      Object key = item;
      if (item instanceof EventItem event) {
        key = new Key(event.event().channel(), event.event().key());
      } else if (item instanceof Message message && message.heartbeat()) {
        key = Message.class;
      }
      if (seen.add(key)) {
        kept.add(item);
      }
    }
    Collections.reverse(kept);
    items.clear();
    items.addAll(kept);
  }
}
