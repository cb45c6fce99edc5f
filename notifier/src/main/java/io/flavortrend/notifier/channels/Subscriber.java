package io.flavortrend.notifier.channels;

import java.time.Instant;
import java.util.List;

/** A client as the hub sees it. Its methods are called by the feed's thread and must not block. */
public interface Subscriber {
  /** True where the client may see events of that city and wants them. */
  boolean wants(Event event);

  /** The channels, as subscribed. */
  List<Channel> channels();

  /** Confirms the subscription, before anything else. */
  void subscribed();

  /**
   * The state of a channel.
   *
   * @param cursor where the client stands with this snapshot
   */
  void snapshot(Channel channel, List<Event> items, Cursor cursor);

  /**
   * The client cannot be resumed; a snapshot follows.
   *
   * @param missed how many events it missed; negative where unknown
   */
  void gap(Channel channel, String reason, int missed);

  /** One event. */
  void event(Event event);

  /** Everything so far may leave: called once after many events. */
  void flush();

  /** A sign of life. */
  void heartbeat(Instant at, Cursor cursor);
}
