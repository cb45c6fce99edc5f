package io.flavortrend.notifier.channels;

import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far a client has come: for each channel the next offset of each partition. As text {@code
 * <epoch>~k12.34~o99.100}; clients treat it as opaque. The epoch tells one Kafka cluster from
 * another, whose offsets mean something else. Immutable.
 */
public final class Cursor {
  private static final int MAX_PARTITIONS = 1_000;

  private static final int CHANNELS = Channel.values().length;

  private final String epoch;
  // By the channel's ordinal: every event that is held for clients has a cursor, and maps would
  // weigh more than the event.
  private final long[] @Nullable [] positions;
  private final @Nullable String[] parts;

  private Cursor(String epoch, long[] @Nullable [] positions, @Nullable String[] parts) {
    this.epoch = epoch;
    this.positions = positions;
    this.parts = parts;
  }

  /** A cursor that knows no channel yet. */
  public static Cursor start(String epoch) {
    return new Cursor(epoch, new long[CHANNELS][], new String[CHANNELS]);
  }

  /**
   * This cursor with one channel's positions replaced.
   *
   * @param next next offset of each partition; taken over, not to be written afterwards
   */
  public Cursor with(Channel channel, long[] next) {
    long[][] newPositions = positions.clone();
    String[] newParts = parts.clone();
    newPositions[channel.ordinal()] = next;
    newParts[channel.ordinal()] = part(channel, next);
    return new Cursor(epoch, newPositions, newParts);
  }

  /** The cluster it belongs to. */
  public String epoch() {
    return epoch;
  }

  /** Next offsets of that channel; null where the cursor does not cover it. */
  public long @Nullable [] positions(Channel channel) {
    return positions[channel.ordinal()];
  }

  /**
   * The text for a client of these channels; channels that the cursor does not cover are left out.
   */
  public String text(Collection<Channel> channels) {
    StringBuilder text = new StringBuilder(epoch);
    for (Channel channel : channels) {
      String part = parts[channel.ordinal()];
      if (part != null) {
        text.append('~').append(part);
      }
    }
    return text.toString();
  }

  /** Reads {@link #text}; empty for anything else. */
  public static Optional<Cursor> parse(String text) {
    String[] parts = text.split("~", -1);
    Cursor cursor = start(parts[0]);
    for (int i = 1; i < parts.length; i++) {
      Optional<Channel> channel = channelOf(parts[i]);
      if (channel.isEmpty()) {
        return Optional.empty();
      }
      String[] offsets = parts[i].substring(1).split("\\.", -1);
      long[] next = new long[Math.min(offsets.length, MAX_PARTITIONS)];
      for (int partition = 0; partition < next.length; partition++) {
        try {
          next[partition] = Long.parseUnsignedLong(offsets[partition]);
        } catch (NumberFormatException e) {
          return Optional.empty();
        }
      }
      cursor = cursor.with(channel.get(), next);
    }
    return Optional.of(cursor);
  }

  private static Optional<Channel> channelOf(String part) {
    for (Channel channel : Channel.values()) {
      if (!part.isEmpty() && part.charAt(0) == channel.letter()) {
        return Optional.of(channel);
      }
    }
    return Optional.empty();
  }

  private static String part(Channel channel, long[] next) {
    StringBuilder part = new StringBuilder(24).append(channel.letter());
    for (int partition = 0; partition < next.length; partition++) {
      if (partition > 0) {
        part.append('.');
      }
      part.append(next[partition]);
    }
    return part.toString();
  }
}
