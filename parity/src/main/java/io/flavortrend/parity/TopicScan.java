package io.flavortrend.parity;

import io.flavortrend.contracts.topics.TopicSpec;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** Reads topics from their oldest committed record to their end as it is now. */
final class TopicScan {
  private static final Duration POLL = Duration.ofMillis(200);

  private final String bootstrap;

  /**
   * @param bootstrap Kafka's bootstrap servers
   */
  TopicScan(String bootstrap) {
    this.bootstrap = bootstrap;
  }

  /** Is handed the records of a partition in their order. */
  interface Reader {
    /**
     * One record.
     *
     * @param key as text; empty where there is none
     * @param value null for a tombstone
     */
    void read(String key, byte @Nullable [] value);
  }

  /**
   * Reads a topic.
   *
   * @throws org.apache.kafka.common.KafkaException when Kafka does not answer
   */
  void read(TopicSpec topic, Reader reader) {
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false",
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG, "5000",
                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, "30000"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic.name()).stream()
              .map(info -> new TopicPartition(topic.name(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
          byte[] key = record.key();
          reader.read(key == null ? "" : new String(key, StandardCharsets.UTF_8), record.value());
        }
      }
    }
  }
}
