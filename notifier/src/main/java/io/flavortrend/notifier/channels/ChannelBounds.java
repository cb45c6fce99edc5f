package io.flavortrend.notifier.channels;

import java.time.Duration;

/**
 * How much of a channel is kept.
 *
 * @param snapshotItems items of a snapshot at most
 * @param stateKeys keys held for snapshots; more than a snapshot, since clients ask for one city
 * @param ringEvents events held for clients that come back
 * @param ringAge how long they are held
 */
public record ChannelBounds(int snapshotItems, int stateKeys, int ringEvents, Duration ringAge) {

  /** The bounds of that channel. */
  public static ChannelBounds of(Channel channel, int ringEvents) {
    Duration age = Duration.ofMinutes(10);
    return switch (channel) {
      // An hour of every city, also where replayed history brings more cities than the 24.
      case CITY_KPIS -> new ChannelBounds(20_000, 20_000, ringEvents, age);
      case SLA_VIOLATIONS -> new ChannelBounds(500, 20_000, ringEvents, age);
      // Three stages of as many orders as the channel of orders shows.
      case ETA_PREDICTIONS -> new ChannelBounds(1_500, 30_000, ringEvents, age);
      case DYNAMIC_SLA_VIOLATIONS -> new ChannelBounds(1_000, 20_000, ringEvents, age);
      case ORDER_STATUS -> new ChannelBounds(500, 20_000, ringEvents, age);
    };
  }
}
