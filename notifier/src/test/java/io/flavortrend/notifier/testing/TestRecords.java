package io.flavortrend.notifier.testing;

import io.flavortrend.contracts.codec.JsonCodec;
import io.flavortrend.contracts.topics.TopicCatalogue;
import io.flavortrend.contracts.values.CityKpi;
import io.flavortrend.contracts.values.DeadLetter;
import io.flavortrend.contracts.values.EtaPrediction;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes what Debezium and the job city-kpis would write. */
public final class TestRecords {
  private static final KafkaProducer<byte[], byte[]> PRODUCER =
      new KafkaProducer<>(
          Map.of("bootstrap.servers", LocalBroker.shared()),
          new ByteArraySerializer(),
          new ByteArraySerializer());

  private TestRecords() {}

  /** An order as inserted, {@code placedAgo} before now. */
  public static void order(long id, int city, long lsn, String status, Duration placedAgo) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    Instant placed = now.minus(placedAgo);
    String ended =
        switch (status) {
          case "delivered" -> ",\"delivered_at\":\"%s\"".formatted(placed);
          case "cancelled" -> ",\"cancelled_at\":\"%s\"".formatted(placed);
          default -> "";
        };
    long micros = ChronoUnit.MICROS.between(Instant.EPOCH, now);
    send(
        TopicCatalogue.ORDERS.name(),
        "{\"id\":%d}".formatted(id),
        """
        {"before":null,"after":{"id":%d,"customer_id":1,"restaurant_id":2,"courier_id":null,
        "city_id":%d,"status":"%s","placed_at":"%s","total_amount":"12.500","currency":"TND",
        "updated_at":"%s"%s},"source":{"table":"orders","lsn":%d,"ts_us":%d,"snapshot":"false"},
        "op":"c","ts_us":%d}"""
            .formatted(id, city, status, placed, now, ended, lsn, micros, micros));
  }

  public static void beat(int partition) {
    send(
        TopicCatalogue.ORDERS.name(),
        "beat",
        """
        {"before":null,"after":{"topic":"flavor.public.orders","partition":%d,"beat_at":null},
        "source":{"table":"cdc_heartbeat","lsn":1,"ts_us":1,"snapshot":"false"},
        "op":"u","ts_us":1}"""
            .formatted(partition));
  }

  public static void kpi(int city, Instant window, long orders, long version) {
    Instant now = Instant.now();
    byte[] value =
        new JsonCodec<>(CityKpi.class)
            .encode(
                new CityKpi(
                    1,
                    city,
                    window,
                    orders,
                    0,
                    0,
                    new BigDecimal("0.000"),
                    null,
                    0,
                    null,
                    version,
                    new CityKpi.Trace(now, now, now)));
    send(
        TopicCatalogue.CITY_KPIS.name(),
        Integer.toString(city),
        new String(value, StandardCharsets.UTF_8));
  }

  /** The sample {@code placed} of another order, city and time. */
  public static void prediction(long order, int city, Instant at, long version) {
    EtaPrediction sample = decoded(EtaPrediction.class, "eta_predictions/placed");
    EtaPrediction prediction =
        new EtaPrediction(
            EtaPrediction.SCHEMA_VERSION,
            order,
            city,
            sample.restaurantId(),
            null,
            sample.stage(),
            sample.etaMinutes(),
            sample.etaP10Minutes(),
            sample.etaP90Minutes(),
            at.plus(Duration.ofMinutes(34)),
            null,
            sample.baselineMinutes(),
            sample.modelVersion(),
            sample.features(),
            sample.featureAgeMs(),
            sample.featureVersions(),
            at,
            false,
            false,
            List.of(),
            version,
            new EtaPrediction.Trace(at, at, at, at, at.plusMillis(1)));
    send(
        TopicCatalogue.ETA_PREDICTIONS.name(),
        Long.toString(order),
        new String(
            new JsonCodec<>(EtaPrediction.class).encode(prediction), StandardCharsets.UTF_8));
  }

  private static <T> T decoded(Class<T> type, String sample) {
    try {
      return new JsonCodec<>(type).decode(Samples.of(sample));
    } catch (io.flavortrend.contracts.codec.ContractViolationException e) {
      throw new IllegalStateException(e);
    }
  }

  public static void send(String topic, String key, String value) {
    try {
      PRODUCER
          .send(
              new ProducerRecord<>(
                  topic,
                  key.getBytes(StandardCharsets.UTF_8),
                  value.getBytes(StandardCharsets.UTF_8)))
          .get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** All dead letters so far. */
  public static List<DeadLetter> deadLetters() {
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", LocalBroker.shared()),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      TopicPartition partition = new TopicPartition(TopicCatalogue.DEAD_LETTERS.name(), 0);
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      List<DeadLetter> letters = new ArrayList<>();
      long end = consumer.endOffsets(List.of(partition)).get(partition);
      while (consumer.position(partition) < end) {
        for (var found : consumer.poll(Duration.ofMillis(100))) {
          letters.add(new JsonCodec<>(DeadLetter.class).decode(found.value()));
        }
      }
      return letters;
    } catch (io.flavortrend.contracts.codec.ContractViolationException e) {
      throw new IllegalStateException(e);
    }
  }
}
