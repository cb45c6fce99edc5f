package io.flavortrend.stack.sla;

import io.flavortrend.stack.StackException;
import io.flavortrend.stack.home.JsonFile;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** The compacted topic {@code sla_limits}, which the job static-sla follows while it runs. */
public final class LimitsTopic {
  private static final TopicPartition PARTITION = new TopicPartition("sla_limits", 0);
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final String bootstrap;

  /**
   * @param bootstrap the brokers
   */
  public LimitsTopic(String bootstrap) {
    this.bootstrap = bootstrap;
  }

  /** What holds now, by key; what cannot be read is left out, as the job does. */
  public Map<String, Limits> read() {
    Map<String, Limits> limits = new TreeMap<>();
    try (KafkaConsumer<String, String> consumer = consumer()) {
      consumer.assign(List.of(PARTITION));
      consumer.seekToBeginning(List.of(PARTITION));
      long end = consumer.endOffsets(List.of(PARTITION)).getOrDefault(PARTITION, 0L);
      while (consumer.position(PARTITION) < end) {
        for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(200))) {
          take(limits, record.key(), record.value());
        }
      }
      return limits;
    } catch (KafkaException e) {
      throw unreachable(e);
    }
  }

  /**
   * Writes a city's limits.
   *
   * @param limits null takes back what was said
   */
  public void write(@Nullable Integer cityId, @Nullable Limits limits) {
    String value = limits == null ? null : JsonFile.MAPPER.writeValueAsString(limits.toJson());
    try (KafkaProducer<String, String> producer = producer()) {
      producer
          .send(new ProducerRecord<>(PARTITION.topic(), Limits.key(cityId), value))
          .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (KafkaException | ExecutionException | TimeoutException e) {
      throw unreachable(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackException("Interrupted before the limits were written", e);
    }
  }

  private static void take(
      Map<String, Limits> limits, @Nullable String key, @Nullable String value) {
    if (key == null) {
      return;
    }
    if (value == null) {
      limits.remove(key);
      return;
    }
    try {
      limits.put(key, Limits.fromJson(JsonFile.MAPPER.readTree(value)));
    } catch (JacksonException notJson) {
      // The job has put it into dead_letters, and goes by what was said before.
      return;
    }
  }

  private KafkaConsumer<String, String> consumer() {
    return new KafkaConsumer<>(
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrap,
            ConsumerConfig.ISOLATION_LEVEL_CONFIG,
            "read_committed",
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            "false",
            ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
            Long.toString(PATIENCE.toMillis())),
        new StringDeserializer(),
        new StringDeserializer());
  }

  private KafkaProducer<String, String> producer() {
    return new KafkaProducer<>(
        Map.of(
            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrap,
            ProducerConfig.MAX_BLOCK_MS_CONFIG,
            Long.toString(PATIENCE.toMillis())),
        new StringSerializer(),
        new StringSerializer());
  }

  private static StackException unreachable(Exception e) {
    return new StackException(
        "Kafka does not answer (%s): './flavor status' shows whether it runs"
            .formatted(e.getMessage()),
        e);
  }
}
