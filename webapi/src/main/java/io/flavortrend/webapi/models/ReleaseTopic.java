package io.flavortrend.webapi.models;

import io.flavortrend.contracts.codec.ContractViolationException;
import io.flavortrend.contracts.codec.JsonCodec;
import io.flavortrend.contracts.topics.TopicCatalogue;
import io.flavortrend.contracts.values.ModelRelease;
import io.flavortrend.contracts.values.ModelRelease.Role;
import io.flavortrend.webapi.WebapiConfig;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The topic {@code eta_models}. Its methods wait for Kafka, a few seconds at most, and throw {@link
 * KafkaException} where it does not answer. Thread-safe.
 */
@Component
class ReleaseTopic implements AutoCloseable {
  private static final String NAME = TopicCatalogue.ETA_MODELS.name();
  private static final Duration TIMEOUT = Duration.ofSeconds(3);

  private final JsonCodec<ModelRelease> codec = new JsonCodec<>(ModelRelease.class);
  private final String bootstrapServers;
  private @Nullable KafkaProducer<byte[], byte[]> producer;

  ReleaseTopic(WebapiConfig config) {
    this.bootstrapServers = config.neighbours().kafkaBootstrap();
  }

  /** What the topic tells of each role; nothing of a role that nobody plays. */
  Map<Role, ModelRelease> told() {
    try (KafkaConsumer<byte[], byte @Nullable []> consumer =
        new KafkaConsumer<>(
            settings(
                Map.of(
                    "default.api.timeout.ms",
                    (int) TIMEOUT.toMillis(),
                    "isolation.level",
                    "read_committed",
                    "allow.auto.create.topics",
                    false)),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(NAME).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      if (partitions.isEmpty()) {
        throw new UnknownTopicOrPartitionException("Topic " + NAME + " does not exist");
      }
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      return read(consumer, consumer.endOffsets(partitions));
    }
  }

  /** Tells who plays the role; null where nobody does any more. Returns when Kafka has it. */
  void tell(Role role, @Nullable ModelRelease release) {
    byte[] key = role.code().getBytes(StandardCharsets.UTF_8);
    byte[] value = release == null ? null : codec.encode(release);
    try {
      var unused = producer().send(new ProducerRecord<>(NAME, key, value)).get();
    } catch (ExecutionException e) {
      throw new KafkaException("Announcing the " + role.code() + " failed", e.getCause());
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }

  @Override
  public synchronized void close() {
    if (producer != null) {
      producer.close(Duration.ZERO);
    }
  }

  private Map<Role, ModelRelease> read(
      KafkaConsumer<byte[], byte @Nullable []> consumer, Map<TopicPartition, Long> ends) {
    Map<Role, ModelRelease> told = new EnumMap<>(Role.class);
    long deadline = System.nanoTime() + TIMEOUT.toNanos();
    while (ends.entrySet().stream()
        .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
      if (System.nanoTime() > deadline) {
        throw new TimeoutException(NAME + " could not be read in time");
      }
      for (ConsumerRecord<byte[], byte @Nullable []> found :
          consumer.poll(Duration.ofMillis(100))) {
        role(found.key()).ifPresent(role -> note(told, role, found.value()));
      }
    }
    return told;
  }

  /** What cannot be read says nothing, and is told anew. */
  private void note(Map<Role, ModelRelease> told, Role role, byte @Nullable [] value) {
    try {
      if (value == null) {
        told.remove(role);
      } else {
        told.put(role, codec.decode(value));
      }
    } catch (ContractViolationException e) {
      told.remove(role);
    }
  }

  private static Optional<Role> role(byte[] key) {
    String code = new String(key, StandardCharsets.UTF_8);
    return Arrays.stream(Role.values()).filter(role -> role.code().equals(code)).findFirst();
  }

  private synchronized KafkaProducer<byte[], byte[]> producer() {
    if (producer == null) {
      producer =
          new KafkaProducer<>(
              settings(
                  Map.of(
                      "acks",
                      "all",
                      "enable.idempotence",
                      true,
                      "linger.ms",
                      0,
                      "max.block.ms",
                      (int) TIMEOUT.toMillis(),
                      "request.timeout.ms",
                      (int) TIMEOUT.toMillis(),
                      "delivery.timeout.ms",
                      (int) TIMEOUT.toMillis())),
              new ByteArraySerializer(),
              new ByteArraySerializer());
    }
    return producer;
  }

  private Map<String, Object> settings(Map<String, Object> own) {
    Map<String, Object> settings = new HashMap<>(own);
    settings.put("bootstrap.servers", bootstrapServers);
    settings.put("client.id", "webapi-models");
    return settings;
  }
}
