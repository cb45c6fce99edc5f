package io.flavortrend.notifier.feed;

import io.flavortrend.contracts.codec.ContractViolationException;
import io.flavortrend.contracts.codec.JsonCodec;
import io.flavortrend.contracts.topics.TopicCatalogue;
import io.flavortrend.contracts.values.DeadLetter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes refused records to {@code dead_letters} on a thread of its own, since a producer may block
 * and the feed must not. The producer is made with the first refusal. Thread-safe.
 */
final class DeadLetterWriter implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DeadLetterWriter.class);
  private static final String CONSUMER = "notifier";
  private static final int MAX_WAITING = 1_000;

  private final String bootstrapServers;
  private final JsonCodec<DeadLetter> codec = new JsonCodec<>(DeadLetter.class);
  private final BlockingQueue<DeadLetter> waiting = new ArrayBlockingQueue<>(MAX_WAITING);
  private final Thread thread = new Thread(this::run, "dead-letters");

  DeadLetterWriter(String bootstrapServers) {
    this.bootstrapServers = bootstrapServers;
    thread.setDaemon(true);
    thread.start();
  }

  /** Notes a refusal; waits while a thousand others are not yet written, since none may be lost. */
  void refuse(
      ConsumerRecord<byte[], byte @Nullable []> refused, ContractViolationException why, Instant at)
      throws InterruptedException {
    byte[] value = refused.value();
    String detail = String.valueOf(why.getMessage());
    LOG.warn(
        "Refused {}-{}@{}: {}", refused.topic(), refused.partition(), refused.offset(), detail);
    waiting.put(
        new DeadLetter(
            DeadLetter.SCHEMA_VERSION,
            refused.topic(),
            refused.partition(),
            refused.offset(),
            CONSUMER,
            why.reason(),
            detail,
            value == null ? "" : Base64.getEncoder().encodeToString(value),
            at));
  }

  @Override
  public void close() {
    thread.interrupt();
  }

  private void run() {
    KafkaProducer<byte[], byte[]> producer = null;
    try {
      while (!Thread.currentThread().isInterrupted()) {
        DeadLetter letter = waiting.take();
        if (producer == null) {
          producer = producer();
        }
        write(producer, letter);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      if (producer != null) {
        producer.close(Duration.ofSeconds(1));
      }
    }
  }

  private void write(KafkaProducer<byte[], byte[]> producer, DeadLetter letter)
      throws InterruptedException {
    while (true) {
      try {
        var unused =
            producer.send(
                new ProducerRecord<>(
                    TopicCatalogue.DEAD_LETTERS.name(),
                    letter.sourceTopic().getBytes(StandardCharsets.UTF_8),
                    codec.encode(letter)),
                (metadata, failure) -> {
                  if (failure != null) {
                    LOG.error("A dead letter could not be written: {}", letter, failure);
                  }
                });
        return;
      } catch (KafkaException e) {
        LOG.warn("Dead letters cannot be written, trying again", e);
        Thread.sleep(1_000);
      }
    }
  }

  private KafkaProducer<byte[], byte[]> producer() {
    return new KafkaProducer<>(
        Map.of(
            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrapServers,
            ProducerConfig.CLIENT_ID_CONFIG,
            "notifier-dead-letters",
            ProducerConfig.MAX_BLOCK_MS_CONFIG,
            10_000),
        new ByteArraySerializer(),
        new ByteArraySerializer());
  }
}
