package io.flavortrend.e2e.stack;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads a topic's committed records. Not thread-safe. */
public final class TopicReader implements AutoCloseable {
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final List<TopicPartition> partitions;

  private TopicReader(KafkaConsumer<byte[], byte[]> consumer, List<TopicPartition> partitions) {
    this.consumer = consumer;
    this.partitions = partitions;
  }

  /** A reader that stands at the oldest record. */
  public static TopicReader fromBeginning(String bootstrap, String topic) {
    TopicReader reader = open(bootstrap, topic);
    reader.consumer.seekToBeginning(reader.partitions);
    return reader;
  }

  /** A reader that stands behind the newest record. */
  public static TopicReader fromNow(String bootstrap, String topic) {
    TopicReader reader = open(bootstrap, topic);
    reader.consumer.seekToEnd(reader.partitions);
    // Positions are looked up lazily; what comes from now on must count.
    reader.partitions.forEach(reader.consumer::position);
    return reader;
  }

  /** Hands on what has come, waiting at most that long for the first record. */
  public int poll(Duration patience, Consumer<ConsumerRecord<byte[], byte[]>> sink) {
    int seen = 0;
    for (ConsumerRecord<byte[], byte[]> record : consumer.poll(patience)) {
      sink.accept(record);
      seen++;
    }
    return seen;
  }

  /** Hands on everything up to the topic's end as it is now. */
  public void drain(Consumer<ConsumerRecord<byte[], byte[]>> sink) {
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
      poll(Duration.ofMillis(200), sink);
    }
  }

  @Override
  public void close() {
    consumer.close();
  }

  private static TopicReader open(String bootstrap, String topic) {
    KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false",
                ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, "100"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic).stream()
            .map(info -> new TopicPartition(topic, info.partition()))
            .toList();
    consumer.assign(partitions);
    return new TopicReader(consumer, partitions);
  }
}
