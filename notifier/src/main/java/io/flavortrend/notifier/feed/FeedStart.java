package io.flavortrend.notifier.feed;

import io.flavortrend.notifier.channels.Channel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Where reading starts: far enough back to fill snapshots and to resume clients, and no further.
 *
 * @param starts for each channel the first offset of each partition
 * @param ends offsets at which the channels have caught up with the present
 */
record FeedStart(Map<Channel, long[]> starts, Map<TopicPartition, Long> ends) {
  /**
   * How far back.
   *
   * @param maxRecords records of each partition at most
   * @param byTime true to read no more than the last hour: in the live domain nothing older is
   *     shown; in the log domain, when something was written says nothing
   */
  record ReadBack(int maxRecords, boolean byTime) {}

  private static final Duration KPIS_BACK = Duration.ofMinutes(65);
  private static final Duration ORDERS_BACK = Duration.ofMinutes(20);

  /** The prediction of an order that is long on its way, and what was said of it. */
  private static final Duration PREDICTIONS_BACK = Duration.ofMinutes(60);

  /**
   * Assigns and seeks the consumer.
   *
   * @throws TopicMissingException when a topic does not exist yet
   */
  static FeedStart seek(Consumer<byte[], byte @Nullable []> consumer, ReadBack back, Clock clock) {
    Map<Channel, List<TopicPartition>> partitions = new EnumMap<>(Channel.class);
    for (Channel channel : Channel.values()) {
      partitions.put(channel, partitions(consumer, channel));
    }
    List<TopicPartition> all = partitions.values().stream().flatMap(List::stream).toList();
    consumer.assign(all);
    Map<TopicPartition, Long> first = consumer.beginningOffsets(all);
    Map<TopicPartition, Long> ends = consumer.endOffsets(all);
    Map<TopicPartition, @Nullable OffsetAndTimestamp> byTime =
        back.byTime() ? consumer.offsetsForTimes(times(partitions, clock.instant())) : Map.of();
    Map<Channel, long[]> starts = new EnumMap<>(Channel.class);
    partitions.forEach(
        (channel, ofChannel) -> {
          long[] start = new long[ofChannel.size()];
          for (TopicPartition partition : ofChannel) {
            long end = ends.getOrDefault(partition, 0L);
            OffsetAndTimestamp dated = byTime.get(partition);
            long recent = dated != null ? dated.offset() : back.byTime() ? end : 0;
            long from =
                Math.max(
                    first.getOrDefault(partition, 0L), Math.max(recent, end - back.maxRecords()));
            start[partition.partition()] = from;
            consumer.seek(partition, from);
          }
          starts.put(channel, start);
        });
    return new FeedStart(starts, ends);
  }

  /** True where the consumer has read everything that was there at the start. */
  boolean reached(Consumer<byte[], byte @Nullable []> consumer) {
    return ends.entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }

  private static List<TopicPartition> partitions(
      Consumer<byte[], byte @Nullable []> consumer, Channel channel) {
    List<PartitionInfo> infos = consumer.partitionsFor(channel.topic().name());
    if (infos == null || infos.isEmpty()) {
      throw new TopicMissingException(channel.topic().name());
    }
    return infos.stream()
        .map(info -> new TopicPartition(info.topic(), info.partition()))
        .sorted((a, b) -> Integer.compare(a.partition(), b.partition()))
        .collect(Collectors.toList());
  }

  private static Map<TopicPartition, Long> times(
      Map<Channel, List<TopicPartition>> partitions, Instant now) {
    Map<TopicPartition, Long> times = new HashMap<>();
    partitions.forEach(
        (channel, ofChannel) -> {
          long from = now.minus(back(channel)).toEpochMilli();
          ofChannel.forEach(partition -> times.put(partition, from));
        });
    return times;
  }

  private static Duration back(Channel channel) {
    return switch (channel) {
      case CITY_KPIS -> KPIS_BACK;
      case ORDER_STATUS, SLA_VIOLATIONS -> ORDERS_BACK;
      case ETA_PREDICTIONS, DYNAMIC_SLA_VIOLATIONS -> PREDICTIONS_BACK;
    };
  }
}
