package io.flavortrend.notifier.channels;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * One channel: its snapshot, its recent events, and how far its topic has been read. Not
 * thread-safe: the feed's thread owns it.
 */
public final class ChannelLog {
  private final Channel channel;
  private final int snapshotLimit;
  private final SnapshotState state;
  private final EventRing ring;
  private final long[] next;

  /**
   * @param start for each partition the first offset that is read
   */
  public ChannelLog(Channel channel, ChannelBounds bounds, long[] start) {
    this.channel = channel;
    this.snapshotLimit = bounds.snapshotItems();
    this.state = new SnapshotState(bounds.stateKeys());
    this.ring = new EventRing(bounds.ringEvents(), bounds.ringAge(), start);
    this.next = start.clone();
  }

  /** Notes that everything below this offset has been read. */
  public void advance(int partition, long nextOffset) {
    next[partition] = nextOffset;
  }

  /** Next offset of each partition, as a copy. */
  public long[] positions() {
    return next.clone();
  }

  /** True where clients have to hear of the update. */
  public boolean isNews(Update update) {
    return state.isNew(update.key(), update.version())
        && (!update.dated() || state.holds(update.key()));
  }

  /** Takes an event that {@link #isNews}. */
  public void add(Event event, Instant now) {
    Instant until = event.until();
    if (event.gone() || (until != null && until.isBefore(now))) {
      state.remove(event.key());
    } else {
      state.put(event);
    }
    ring.add(event);
  }

  /** Lets go of what is too old. */
  public void expire(Instant wallNow, Instant domainNow) {
    ring.expire(wallNow);
    state.expire(domainNow);
  }

  /** What a client sees first, newest first. */
  public List<Event> snapshot(Instant domainNow, Predicate<Event> wanted) {
    return state.newest(snapshotLimit, domainNow, wanted);
  }

  /** The events after a client's cursor; empty where it cannot be resumed. */
  public Optional<List<Event>> since(Cursor cursor) {
    long[] positions = cursor.positions(channel);
    return positions == null ? Optional.empty() : ring.since(positions, next);
  }
}
