package io.flavortrend.jobs.citykpis;

import static io.flavortrend.jobs.frame.OperatorNames.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.flavortrend.contracts.cdc.CourierRow;
import io.flavortrend.contracts.cdc.OrderRow;
import io.flavortrend.contracts.codec.JsonCodec;
import io.flavortrend.contracts.topics.TopicCatalogue;
import io.flavortrend.contracts.values.CityKpi;
import io.flavortrend.contracts.values.DeadLetter;
import io.flavortrend.contracts.values.DeadLetter.Reason;
import io.flavortrend.features.catalogue.FeatureEntity;
import io.flavortrend.jobs.cityfeatures.CityFeaturesTopology;
import io.flavortrend.jobs.frame.JobConfig;
import io.flavortrend.jobs.frame.JobEnvironment;
import io.flavortrend.jobs.frame.capture.BeatWatermarks;
import io.flavortrend.jobs.frame.capture.CaptureSource;
import io.flavortrend.jobs.frame.features.FeatureSinks;
import io.flavortrend.jobs.frame.topics.RecordSink;
import io.flavortrend.jobs.testing.CollectingSink;
import io.flavortrend.jobs.testing.LocalBroker;
import io.flavortrend.jobs.testing.OrderLog;
import io.flavortrend.jobs.testing.Orders;
import io.flavortrend.settings.Settings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Source and topic sinks on a real broker. */
class CityKpisOnKafkaTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private record Read(String key, CityKpi value) {}

  @TempDir Path temp;

  private final List<Read> kpis = new ArrayList<>();
  private final List<DeadLetter> letters = new ArrayList<>();

  @Test
  void readsWhatIsCommittedAndRefusesWhatItMust() throws Exception {
    try (LocalBroker broker = LocalBroker.start(temp);
        KafkaProducer<byte[], byte[]> producer = producer(broker)) {
      producer.initTransactions();
      JobClient job = submit(broker);
      try (KafkaConsumer<String, byte[]> consumer = consumer(broker)) {
        proveAll(broker, producer, consumer);
      } finally {
        job.cancel().get(30, TimeUnit.SECONDS);
      }
    }
  }

  private void proveAll(
      LocalBroker broker,
      KafkaProducer<byte[], byte[]> producer,
      KafkaConsumer<String, byte[]> consumer)
      throws Exception {
    // What a transaction took back is never seen. Waiting for the acknowledgement puts the record
    // into the log: the producer drops what it has not sent yet when it aborts.
    producer.beginTransaction();
    producer.send(record(0, created(9, NOON))).get(30, TimeUnit.SECONDS);
    producer.abortTransaction();
    commit(
        producer,
        new byte[][] {
          created(1, NOON.minus(Duration.ofDays(60))),
          "oops".getBytes(StandardCharsets.UTF_8),
          created(3, NOON)
        },
        new byte[][] {created(2, NOON)});
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              poll(consumer);
              assertThat(newestOrders(NOON)).isEqualTo(2);
              assertThat(newestOrders(NOON.minus(Duration.ofDays(60)))).isEqualTo(1);
              assertThat(letters).extracting(DeadLetter::reason).containsExactly(Reason.MALFORMED);
            });
    assertThat(letters.get(0).sourceOffset()).isEqualTo(3);
    assertThat(kpis).extracting(Read::key).containsOnly("7");

    // Partition 0 is proven far beyond the lateness, partition 1 is not: the same minute is late
    // in the one and still corrected by the other.
    commit(
        producer,
        new byte[][] {
          OrderLog.beatJson(0, NOON.plus(Duration.ofHours(25)), false), created(5, NOON)
        },
        new byte[][] {OrderLog.beatJson(1, NOON, false), created(4, NOON)});
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              poll(consumer);
              assertThat(newestOrders(NOON)).isEqualTo(3);
              assertThat(letters)
                  .extracting(DeadLetter::reason)
                  .containsExactly(Reason.MALFORMED, Reason.LATE);
            });
    try (Admin admin = broker.admin()) {
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () ->
                  assertThat(
                          admin
                              .listConsumerGroupOffsets(CityKpisConfig.NAME)
                              .partitionsToOffsetAndMetadata()
                              .get())
                      .containsKeys(partition(0), partition(1)));
    }
  }

  private JobClient submit(LocalBroker broker) throws Exception {
    CityKpisConfig config =
        CityKpisConfig.from(
            Settings.of(
                Map.of(
                    JobConfig.KAFKA_BOOTSTRAP,
                    broker.bootstrap(),
                    JobConfig.CHECKPOINT_INTERVAL,
                    "PT0.5S",
                    JobConfig.CHECKPOINTS_DIR,
                    temp.resolve("checkpoints").toString())));
    JobConfig job = config.job();
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.createLocalEnvironment(1, JobEnvironment.configuration(job));
    var orders =
        env.fromSource(
            CaptureSource.of(job, TopicCatalogue.ORDERS, OrderRow.class),
            BeatWatermarks.strategy(),
            "orders");
    named(orders, "orders", "");
    var couriers =
        env.fromSource(
            CaptureSource.of(job, TopicCatalogue.COURIERS, CourierRow.class),
            BeatWatermarks.strategy(),
            "couriers");
    var cityFeatures =
        CityFeaturesTopology.build(
            new CityFeaturesTopology.Sources(orders, named(couriers, "couriers", "")),
            new FeatureSinks(
                FeatureSinks.of(job, FeatureEntity.CITY).topic(), new CollectingSink<>()),
            RecordSink.ofDeadLetters(job),
            config.features(),
            1);
    CityKpisTopology.build(
        orders,
        cityFeatures,
        new CityKpisTopology.Sinks(
            RecordSink.of(
                job, TopicCatalogue.CITY_KPIS, CityKpi.class, kpi -> String.valueOf(kpi.cityId())),
            new CollectingSink<>(),
            RecordSink.ofDeadLetters(job)),
        config,
        1);
    return env.executeAsync();
  }

  private long newestOrders(Instant minute) {
    return kpis.stream()
        .map(Read::value)
        .filter(kpi -> kpi.windowStart().equals(minute))
        .mapToLong(CityKpi::orders)
        .max()
        .orElse(0);
  }

  private void poll(KafkaConsumer<String, byte[]> consumer) throws Exception {
    for (var message : consumer.poll(Duration.ofMillis(200))) {
      if (message.topic().equals(TopicCatalogue.DEAD_LETTERS.name())) {
        assertThat(message.key()).isEqualTo(OrderLog.TOPIC);
        letters.add(new JsonCodec<>(DeadLetter.class).decode(message.value()));
      } else {
        kpis.add(new Read(message.key(), new JsonCodec<>(CityKpi.class).decode(message.value())));
      }
    }
  }

  private static void commit(KafkaProducer<byte[], byte[]> producer, byte[][] zero, byte[][] one) {
    producer.beginTransaction();
    for (byte[] value : zero) {
      producer.send(record(0, value));
    }
    for (byte[] value : one) {
      producer.send(record(1, value));
    }
    producer.commitTransaction();
  }

  private static ProducerRecord<byte[], byte[]> record(int partition, byte @Nullable [] value) {
    return new ProducerRecord<>(OrderLog.TOPIC, partition, null, value);
  }

  private static byte[] created(long id, Instant placedAt) {
    return OrderLog.changeJson("c", null, Orders.placed(id, 7, placedAt).row(), NOON, "false");
  }

  private static TopicPartition partition(int number) {
    return new TopicPartition(OrderLog.TOPIC, number);
  }

  private static KafkaProducer<byte[], byte[]> producer(LocalBroker broker) {
    return new KafkaProducer<>(
        Map.of("bootstrap.servers", broker.bootstrap(), "transactional.id", "test"),
        new ByteArraySerializer(),
        new ByteArraySerializer());
  }

  private static KafkaConsumer<String, byte[]> consumer(LocalBroker broker) {
    KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                broker.bootstrap(),
                "group.id",
                "test",
                "auto.offset.reset",
                "earliest"),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    consumer.subscribe(
        List.of(TopicCatalogue.CITY_KPIS.name(), TopicCatalogue.DEAD_LETTERS.name()));
    return consumer;
  }
}
