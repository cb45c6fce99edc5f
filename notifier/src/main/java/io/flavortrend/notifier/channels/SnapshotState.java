package io.flavortrend.notifier.channels;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The newest event of each key that is still worth showing, bounded: when full, the key of the
 * lowest rank goes. Not thread-safe: the feed's thread owns it.
 */
public final class SnapshotState {
  private static final Comparator<Event> NEWEST_FIRST =
      Comparator.comparing(Event::rank).reversed().thenComparing(Event::key);

  private final int maxKeys;
  private final Map<String, Event> byKey = new HashMap<>();
  private final TreeSet<Event> ranked = new TreeSet<>(NEWEST_FIRST);

  /**
   * @param maxKeys how many keys are kept at most
   */
  public SnapshotState(int maxKeys) {
    this.maxKeys = maxKeys;
  }

  /** True where the key is held with a version below this one, or not at all. */
  public boolean isNew(String key, long version) {
    Event held = byKey.get(key);
    return held == null || held.version() < version;
  }

  /** True where the key is held. */
  public boolean holds(String key) {
    return byKey.containsKey(key);
  }

  /** Takes the event in place of the one with its key. */
  public void put(Event event) {
    remove(event.key());
    byKey.put(event.key(), event);
    ranked.add(event);
    if (ranked.size() > maxKeys) {
      remove(ranked.last().key());
    }
  }

  /** Forgets the key. */
  public void remove(String key) {
    Event held = byKey.remove(key);
    if (held != null) {
      ranked.remove(held);
    }
  }

  /** Forgets the keys whose time is over. */
  public void expire(Instant now) {
    for (Iterator<Event> events = ranked.iterator(); events.hasNext(); ) {
      Event event = events.next();
      Instant until = event.until();
      if (until != null && until.isBefore(now)) {
        events.remove();
        byKey.remove(event.key());
      }
    }
  }

  /** The newest events that are wanted and whose time is not over, newest first. */
  public List<Event> newest(int limit, Instant now, Predicate<Event> wanted) {
    List<Event> newest = new ArrayList<>();
    for (Event event : ranked) {
      Instant until = event.until();
      if ((until == null || !until.isBefore(now)) && wanted.test(event)) {
        newest.add(event);
        if (newest.size() == limit) {
          break;
        }
      }
    }
    return newest;
  }
}
