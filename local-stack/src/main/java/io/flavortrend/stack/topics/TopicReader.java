package io.flavortrend.stack.topics;

import io.flavortrend.stack.StackException;
import io.flavortrend.stack.home.JsonFile;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Reads committed records, outside any consumer group. Not thread-safe. */
public final class TopicReader implements AutoCloseable {
  private final KafkaConsumer<byte[], byte[]> consumer;

  /**
   * A topic's size.
   *
   * @param endOffset sum of the partitions' end offsets
   */
  public record TopicSize(String name, int partitions, long endOffset) {}

  /**
   * @param bootstrap the brokers
   */
  public TopicReader(String bootstrap) {
    consumer =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false",
                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, "15000"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
  }

  /** All topics but Kafka's own, by name. */
  public List<TopicSize> sizes() {
    try {
      List<TopicSize> sizes = new ArrayList<>();
      Map<String, List<PartitionInfo>> topics = new TreeMap<>(consumer.listTopics());
      topics.forEach(
          (name, partitions) -> {
            if (!name.startsWith("__")) {
              sizes.add(new TopicSize(name, partitions.size(), end(name, partitions)));
            }
          });
      return sizes;
    } catch (KafkaException e) {
      throw unreachable(e);
    }
  }

  /**
   * Hands a topic's records on as lines of JSON.
   *
   * @param limit end after so many; 0 for no end
   * @param sink takes a line; false ends the reading
   */
  public void tail(String topic, boolean fromBeginning, long limit, Predicate<String> sink) {
    try {
      List<PartitionInfo> infos = consumer.listTopics().get(topic);
      if (infos == null) {
        throw new StackException(
            "There is no topic '%s': './flavor topics' lists them".formatted(topic));
      }
      List<TopicPartition> partitions = partitions(topic, infos);
      consumer.assign(partitions);
      if (fromBeginning) {
        consumer.seekToBeginning(partitions);
      } else {
        consumer.seekToEnd(partitions);
      }
      long seen = 0;
      while (true) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
          if (!sink.test(line(record)) || ++seen == limit) {
            return;
          }
        }
      }
    } catch (KafkaException e) {
      throw unreachable(e);
    }
  }

  @Override
  public void close() {
    consumer.close();
  }

  private long end(String topic, List<PartitionInfo> infos) {
    return consumer.endOffsets(partitions(topic, infos)).values().stream()
        .mapToLong(Long::longValue)
        .sum();
  }

  private static List<TopicPartition> partitions(String topic, List<PartitionInfo> infos) {
    return infos.stream().map(info -> new TopicPartition(topic, info.partition())).toList();
  }

  private static String line(ConsumerRecord<byte[], byte[]> record) {
    Map<String, @Nullable Object> line = new LinkedHashMap<>();
    line.put("topic", record.topic());
    line.put("partition", record.partition());
    line.put("offset", record.offset());
    line.put("timestamp", Instant.ofEpochMilli(record.timestamp()).toString());
    line.put("key", json(record.key()));
    line.put("value", json(record.value()));
    return JsonFile.MAPPER.writeValueAsString(line);
  }

  /** JSON as it is, anything else as text. */
  private static @Nullable Object json(byte @Nullable [] bytes) {
    if (bytes == null) {
      return null;
    }
    try {
      return JsonFile.MAPPER.readTree(bytes);
    } catch (JacksonException notJson) {
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }

  private static StackException unreachable(KafkaException e) {
    return new StackException(
        "Kafka does not answer (%s): './flavor status' shows whether it runs"
            .formatted(e.getMessage()),
        e);
  }
}
