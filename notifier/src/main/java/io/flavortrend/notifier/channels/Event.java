package io.flavortrend.notifier.channels;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An update with its place in Kafka, encoded once and shared by all clients. Tens of thousands are
 * held for clients that come back: the update itself, whose data the encoding repeats, is not.
 * Immutable; its arrays are never written after construction.
 */
public final class Event {
  private final Channel channel;
  private final int partition;
  private final long offset;
  private final long sequence;
  private final String key;
  private final long version;
  private final int cityId;
  private final Instant rank;
  private final @Nullable Instant until;
  private final boolean gone;
  private final Instant readAt;
  private final byte[] item;
  private final Cursor cursor;
  private final Update.@Nullable Times times;

  /**
   * @param channel where it belongs
   * @param partition its partition in the channel's topic
   * @param offset its offset there
   * @param sequence grows with every event of this process
   * @param update what it says
   * @param readAt when the consumer returned it
   * @param cursor all positions after it
   * @param timed true where it was read as it happened, so that its latency means something
   */
  public Event(
      Channel channel,
      int partition,
      long offset,
      long sequence,
      Update update,
      Instant readAt,
      Cursor cursor,
      boolean timed) {
    this.channel = channel;
    this.partition = partition;
    this.offset = offset;
    this.sequence = sequence;
    this.key = update.key();
    this.version = update.version();
    this.cityId = update.cityId();
    this.rank = update.rank();
    this.until = update.until();
    this.gone = update.gone();
    this.readAt = readAt;
    this.cursor = cursor;
    this.times = timed ? update.times() : null;
    this.item = item(update);
  }

  /** Where it belongs. */
  public Channel channel() {
    return channel;
  }

  int partition() {
    return partition;
  }

  long offset() {
    return offset;
  }

  long sequence() {
    return sequence;
  }

  /** The channel's key. */
  public String key() {
    return key;
  }

  /** The version of its key. */
  public long version() {
    return version;
  }

  /** The city that it belongs to. */
  public int cityId() {
    return cityId;
  }

  /** Newest-first order within snapshots. */
  Instant rank() {
    return rank;
  }

  /** After this instant the key leaves the snapshot; null while it has no end. */
  @Nullable Instant until() {
    return until;
  }

  /** True where the key is gone. */
  boolean gone() {
    return gone;
  }

  /** When the consumer returned it. */
  public Instant readAt() {
    return readAt;
  }

  /** Positions after it. */
  public Cursor cursor() {
    return cursor;
  }

  /** {@code "key":…,"version":…,"data":…} without braces. */
  public byte[] item() {
    return item;
  }

  /** Instants on its way; null where its latency would mean nothing. */
  public Update.@Nullable Times times() {
    return times;
  }

  private static byte[] item(Update update) {
    byte[] head =
        ("\"key\":\"" + update.key() + "\",\"version\":" + update.version() + ",\"data\":")
            .getBytes(StandardCharsets.UTF_8);
    byte[] item = new byte[head.length + update.data().length];
    System.arraycopy(head, 0, item, 0, head.length);
    System.arraycopy(update.data(), 0, item, head.length, update.data().length);
    return item;
  }
}
