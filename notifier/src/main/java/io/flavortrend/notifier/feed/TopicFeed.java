package io.flavortrend.notifier.feed;

import io.flavortrend.contracts.codec.ContractViolationException;
import io.flavortrend.notifier.channels.Channel;
import io.flavortrend.notifier.channels.ChannelDecoder;
import io.flavortrend.notifier.channels.ChannelHub;
import io.flavortrend.notifier.channels.Update;
import io.flavortrend.notifier.latency.StageLatencies;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Decodes records and gives them to the hub. Not thread-safe: the feed's thread owns it. */
final class TopicFeed {
  private final ChannelHub hub;
  private final Map<Channel, ChannelDecoder> decoders;
  private final DeadLetterWriter deadLetters;
  private final StageLatencies latencies;

  TopicFeed(
      ChannelHub hub,
      Map<Channel, ChannelDecoder> decoders,
      DeadLetterWriter deadLetters,
      StageLatencies latencies) {
    this.hub = hub;
    this.decoders = decoders;
    this.deadLetters = deadLetters;
    this.latencies = latencies;
  }

  /**
   * Takes one record.
   *
   * @param live false while reading back what an earlier run has seen: such records are not refused
   *     a second time and their latency means nothing
   */
  void accept(
      Channel channel,
      ConsumerRecord<byte[], byte @Nullable []> consumed,
      Instant readAt,
      boolean live)
      throws InterruptedException {
    Update update = null;
    try {
      ChannelDecoder decoder = decoders.get(channel);
      if (decoder != null) {
        update = decoder.decode(consumed.value(), hub.clock().now()).orElse(null);
      }
    } catch (ContractViolationException e) {
      if (live) {
        deadLetters.refuse(consumed, e, readAt);
      }
    }
    hub.read(channel, consumed.partition(), consumed.offset(), update, readAt, live);
    if (live && update != null) {
      latencies.read(channel, update, readAt);
    }
  }
}
