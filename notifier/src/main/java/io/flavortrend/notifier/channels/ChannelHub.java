package io.flavortrend.notifier.channels;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All channels and all subscribers. Everything happens on the feed's thread, so that a snapshot and
 * the events after it meet without a lock, a hole or a repetition. Not thread-safe.
 */
public final class ChannelHub {
  private final DomainClock clock;
  private final int ringEvents;
  private final ResumePlan resumePlan;
  private final Map<Channel, ChannelLog> logs = new EnumMap<>(Channel.class);
  private final Set<Subscriber> subscribers = new LinkedHashSet<>();
  private final Set<Subscriber> touched = new LinkedHashSet<>();
  private Cursor cursor = Cursor.start("");
  private long sequence;
  private boolean catchingUp = true;

  /**
   * @param ringEvents events of each channel held for clients that come back
   * @param maxReplayed a client that missed more gets a snapshot instead
   */
  public ChannelHub(DomainClock clock, int ringEvents, int maxReplayed) {
    this.clock = clock;
    this.ringEvents = ringEvents;
    this.resumePlan = new ResumePlan(maxReplayed);
  }

  /**
   * Starts over: forgets all events, keeps the subscribers.
   *
   * @param epoch names the Kafka cluster
   * @param starts for each channel the first offset of each partition that is read
   */
  public void restart(String epoch, Map<Channel, long[]> starts) {
    catchingUp = true;
    logs.clear();
    Cursor fresh = Cursor.start(epoch);
    for (Map.Entry<Channel, long[]> start : starts.entrySet()) {
      Channel channel = start.getKey();
      ChannelBounds bounds = ChannelBounds.of(channel, ringEvents);
      logs.put(channel, new ChannelLog(channel, bounds, start.getValue()));
      fresh = fresh.with(channel, start.getValue().clone());
    }
    cursor = fresh;
  }

  /** The time domain's clock. */
  public DomainClock clock() {
    return clock;
  }

  /**
   * Takes what was read at one offset.
   *
   * @param update null where the record says nothing to clients
   * @param live true where it was read as it happened
   */
  public void read(
      Channel channel,
      int partition,
      long offset,
      @Nullable Update update,
      Instant readAt,
      boolean live) {
    ChannelLog log = log(channel);
    log.advance(partition, offset + 1);
    if (update == null) {
      return;
    }
    clock.saw(update.eventTime());
    if (!log.isNews(update)) {
      return;
    }
    cursor = cursor.with(channel, log.positions());
    Event event = new Event(channel, partition, offset, ++sequence, update, readAt, cursor, live);
    log.add(event, clock.now());
    if (catchingUp) {
      return;
    }
    for (Subscriber subscriber : subscribers) {
      if (subscriber.wants(event)) {
        subscriber.event(event);
        touched.add(subscriber);
      }
    }
  }

  /** Lets everything leave that was read since the last call. */
  public void flush() {
    if (!touched.isEmpty()) {
      touched.forEach(Subscriber::flush);
      touched.clear();
    }
  }

  /**
   * Adds a subscriber: resumed where its cursor allows, else with a snapshot.
   *
   * @param resume the client's cursor; null where it starts anew
   */
  public void subscribe(Subscriber subscriber, @Nullable String resume) {
    subscriber.subscribed();
    Optional<Cursor> given =
        Optional.ofNullable(resume).map(text -> Cursor.parse(text).orElse(Cursor.start("")));
    Cursor now = cursorNow();
    Cursor told = Cursor.start(now.epoch());
    List<Event> missed = new ArrayList<>();
    List<Channel> fresh = new ArrayList<>();
    for (Channel channel : subscriber.channels()) {
      ResumePlan.Step step = resumePlan.step(log(channel), channel, given, now.epoch(), subscriber);
      step.gap().ifPresent(gap -> subscriber.gap(channel, gap.reason(), gap.missed()));
      if (step.resumed()) {
        missed.addAll(step.events());
        long[] positions = given.orElseThrow().positions(channel);
        told = positions == null ? told : told.with(channel, positions);
      } else {
        fresh.add(channel);
      }
    }
    for (Channel channel : fresh) {
      long[] positions = now.positions(channel);
      told = positions == null ? told : told.with(channel, positions);
      subscriber.snapshot(channel, log(channel).snapshot(clock.now(), subscriber::wants), told);
    }
    missed.sort((a, b) -> Long.compare(a.sequence(), b.sequence()));
    missed.forEach(subscriber::event);
    subscribers.add(subscriber);
    subscriber.flush();
  }

  /** Removes a subscriber; harmless where it is not there. */
  public void unsubscribe(Subscriber subscriber) {
    subscribers.remove(subscriber);
    touched.remove(subscriber);
  }

  /**
   * The channels are complete after {@link #restart}; from now on events are handed out.
   *
   * @param reason why subscribers may have missed something, told to them before new snapshots;
   *     null where there were none before
   */
  public void caughtUp(@Nullable String reason) {
    catchingUp = false;
    Cursor now = cursorNow();
    for (Subscriber subscriber : subscribers) {
      for (Channel channel : subscriber.channels()) {
        if (reason != null) {
          subscriber.gap(channel, reason, -1);
        }
        subscriber.snapshot(channel, log(channel).snapshot(clock.now(), subscriber::wants), now);
      }
      subscriber.flush();
    }
  }

  /** Sends a sign of life to everyone and lets go of what is too old. */
  public void tick(boolean heartbeat) {
    logs.values().forEach(log -> log.expire(clock.wall(), clock.now()));
    if (heartbeat) {
      Cursor now = cursorNow();
      for (Subscriber subscriber : List.copyOf(subscribers)) {
        subscriber.heartbeat(clock.wall(), now);
        subscriber.flush();
      }
    }
  }

  private Cursor cursorNow() {
    // Records that say nothing move positions too, but not worth a new cursor each.
    Cursor now = cursor;
    for (Map.Entry<Channel, ChannelLog> entry : logs.entrySet()) {
      now = now.with(entry.getKey(), entry.getValue().positions());
    }
    cursor = now;
    return now;
  }

  private ChannelLog log(Channel channel) {
    ChannelLog log = logs.get(channel);
    if (log == null) {
      throw new IllegalStateException("The feed has not started " + channel.code());
    }
    return log;
  }
}
