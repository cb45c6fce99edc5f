package io.flavortrend.jobs.etaprediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.flavortrend.contracts.cdc.OrderStatus;
import io.flavortrend.contracts.codec.JsonCodec;
import io.flavortrend.contracts.topics.TopicCatalogue;
import io.flavortrend.contracts.topics.TopicSpec;
import io.flavortrend.contracts.values.DeadLetter;
import io.flavortrend.contracts.values.EnrichedOrder;
import io.flavortrend.contracts.values.EtaPrediction;
import io.flavortrend.contracts.values.FeatureVersion;
import io.flavortrend.contracts.values.ModelRelease;
import io.flavortrend.contracts.values.ModelRelease.Role;
import io.flavortrend.contracts.values.ProgressKey;
import io.flavortrend.contracts.values.ProgressMarker;
import io.flavortrend.features.catalogue.FeatureEntity;
import io.flavortrend.inference.testing.TestPackage;
import io.flavortrend.jobs.frame.DatabaseConfig;
import io.flavortrend.jobs.frame.JobConfig;
import io.flavortrend.jobs.frame.JobEnvironment;
import io.flavortrend.jobs.testing.LocalBroker;
import io.flavortrend.jobs.testing.LocalDatabase;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The job as it is submitted, between a real broker and a real database. */
class EtaPredictionOnKafkaTest {
  private static final Instant NOON = TestQuestions.NOON;
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @TempDir Path brokerFolder;
  @TempDir Path databaseFolder;
  @TempDir Path packages;

  @Test
  void fromEnrichedOrdersToPredictionsAndThroughASwap() throws Exception {
    try (LocalBroker broker = LocalBroker.start(brokerFolder);
        LocalDatabase database =
            LocalDatabase.start(
                databaseFolder,
                "source_tables",
                "analytics",
                "cities_and_holidays",
                "eta_predictions");
        KafkaProducer<byte[], byte[]> producer = producer(broker);
        Reader<EtaPrediction> told =
            new Reader<>(broker, TopicCatalogue.ETA_PREDICTIONS, EtaPrediction.class);
        Reader<DeadLetter> letters =
            new Reader<>(broker, TopicCatalogue.DEAD_LETTERS, DeadLetter.class)) {
      EtaPredictionConfig config = config(broker, database);
      StreamExecutionEnvironment env =
          StreamExecutionEnvironment.createLocalEnvironment(
              1, JobEnvironment.configuration(config.job()));
      EtaPredictionJob.wire(env, config);
      JobClient running = env.executeAsync();
      try {
        // No feature topic has said anything yet, and nobody waits for them.
        order(producer, 1, 10);
        send(producer, TopicCatalogue.ORDERS_ENRICHED, "9", bytes("oops"));
        await()
            .atMost(PATIENCE)
            .untilAsserted(
                () ->
                    assertThat(told.all())
                        .singleElement()
                        .satisfies(
                            first -> {
                              assertThat(first.modelVersion()).isEqualTo(EtaPrediction.BASELINE);
                              assertThat(first.reasons())
                                  .contains("restaurant_features_late", "city_features_late");
                            }));

        // Now they tell what held, and that this was all: the answer is corrected.
        features(producer, FeatureEntity.RESTAURANT, 2, 1, 7);
        features(producer, FeatureEntity.CITY, 1, 1, 7);
        await()
            .atMost(PATIENCE)
            .untilAsserted(
                () -> {
                  EtaPrediction newest = newest(told.all());
                  assertThat(newest.reasons()).isEmpty();
                  assertThat(newest.featureVersions().restaurant()).isEqualTo(7);
                  assertThat(newest.featureAgeMs().city()).isEqualTo(10_000);
                });

        // A model is announced, and answers without a restart.
        announce(producer, TestPackage.of("2026-03-01-1"), "2026-03-01-1");
        long[] id = {1};
        await()
            .atMost(PATIENCE)
            .untilAsserted(
                () -> {
                  order(producer, ++id[0], 20);
                  assertThat(told.all())
                      .extracting(EtaPrediction::modelVersion)
                      .contains("2026-03-01-1");
                });
        announce(producer, TestPackage.of("2026-03-01-2").predicting("tips"), "2026-03-01-2");
        await()
            .atMost(PATIENCE)
            .untilAsserted(
                () -> {
                  assertThat(letters.all())
                      .extracting(DeadLetter::sourceTopic)
                      .containsExactlyInAnyOrder("orders_enriched", "eta_models");
                  assertThat(
                          database.row(
                              "select count(*) as rows from analytics.eta_predictions"
                                  + " where model_version = '2026-03-01-1'"))
                      .doesNotContainEntry("rows", "0");
                });

        // A feature topic is deleted, and built anew by a job without its state.
        renew(broker, FeatureEntity.CITY.topic());
        features(producer, FeatureEntity.CITY, 1, 2, 9);
        await()
            .atMost(PATIENCE)
            .untilAsserted(
                () -> {
                  order(producer, ++id[0], 40);
                  assertThat(told.all())
                      .anySatisfy(
                          prediction -> {
                            assertThat(prediction.featureVersions().city()).isEqualTo(9);
                            assertThat(prediction.degraded()).isFalse();
                          });
                });
      } finally {
        running.cancel().get(30, TimeUnit.SECONDS);
      }
    }
  }

  private static EtaPrediction newest(List<EtaPrediction> told) {
    return told.stream()
        .reduce((held, come) -> come.version() >= held.version() ? come : held)
        .orElseThrow();
  }

  private static void order(KafkaProducer<byte[], byte[]> producer, long id, long seconds)
      throws Exception {
    EnrichedOrder order =
        TestOrders.of(id, OrderStatus.PLACED, NOON.plusSeconds(seconds), 16 * id).enriched();
    send(
        producer,
        TopicCatalogue.ORDERS_ENRICHED,
        Long.toString(id),
        new JsonCodec<>(EnrichedOrder.class).encode(order));
  }

  private static void renew(LocalBroker broker, TopicSpec topic) throws Exception {
    try (Admin admin = broker.admin()) {
      admin.deleteTopics(List.of(topic.name())).all().get(30, TimeUnit.SECONDS);
      await()
          .atMost(PATIENCE)
          .until(() -> !admin.listTopics().names().get().contains(topic.name()));
    }
    broker.createTopics();
  }

  /** A version from noon on, and the proof of the hour after. */
  private static void features(
      KafkaProducer<byte[], byte[]> producer,
      FeatureEntity entity,
      long entityId,
      int generation,
      long number)
      throws Exception {
    FeatureVersion version =
        new FeatureVersion(
            1, entityId, 1, NOON, number, Map.of(), new FeatureVersion.Trace(NOON, NOON, NOON));
    ProgressMarker marker = new ProgressMarker(1, generation, 1, NOON.plusSeconds(3_600));
    String topic = entity.topic().name();
    for (int partition = 0; partition < entity.topic().partitions(); partition++) {
      producer.send(
          new ProducerRecord<>(
              topic,
              partition,
              bytes(Long.toString(entityId)),
              new JsonCodec<>(FeatureVersion.class).encode(version)));
      producer
          .send(
              new ProducerRecord<>(
                  topic,
                  partition,
                  bytes(new ProgressKey(partition, 0).text()),
                  new JsonCodec<>(ProgressMarker.class).encode(marker)))
          .get(30, TimeUnit.SECONDS);
    }
  }

  private void announce(KafkaProducer<byte[], byte[]> producer, TestPackage content, String version)
      throws Exception {
    ModelRelease release =
        new ModelRelease(
            ModelRelease.SCHEMA_VERSION,
            version,
            Role.CHAMPION,
            content.write(packages).toUri().toString(),
            TestPackage.sha256(content.bytes()),
            NOON.plusSeconds(15),
            NOON);
    send(
        producer,
        TopicCatalogue.ETA_MODELS,
        Role.CHAMPION.code(),
        new JsonCodec<>(ModelRelease.class).encode(release));
  }

  private static void send(
      KafkaProducer<byte[], byte[]> producer, TopicSpec topic, String key, byte[] value)
      throws Exception {
    producer.send(new ProducerRecord<>(topic.name(), bytes(key), value)).get(30, TimeUnit.SECONDS);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private EtaPredictionConfig config(LocalBroker broker, LocalDatabase database) {
    DatabaseConfig target = database.config();
    return EtaPredictionConfig.from(
        Settings.of(
            Map.of(
                JobConfig.KAFKA_BOOTSTRAP,
                broker.bootstrap(),
                DatabaseConfig.HOST,
                target.host(),
                DatabaseConfig.PORT,
                Integer.toString(target.port()),
                DatabaseConfig.DATABASE,
                target.database(),
                DatabaseConfig.SECRETS_DIR,
                databaseFolder.resolve("secrets").toString(),
                JobConfig.CHECKPOINT_INTERVAL,
                "PT0.5S",
                JobConfig.CHECKPOINTS_DIR,
                brokerFolder.resolve("checkpoints").toString())));
  }

  private static KafkaProducer<byte[], byte[]> producer(LocalBroker broker) {
    return new KafkaProducer<>(
        Map.of("bootstrap.servers", broker.bootstrap()),
        new ByteArraySerializer(),
        new ByteArraySerializer());
  }

  /** All that a topic carries so far. */
  private static final class Reader<T> implements AutoCloseable {
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final JsonCodec<T> codec;
    private final List<T> read = new ArrayList<>();

    Reader(LocalBroker broker, TopicSpec topic, Class<T> type) {
      consumer =
          new KafkaConsumer<>(
              Map.of("bootstrap.servers", broker.bootstrap(), "auto.offset.reset", "earliest"),
              new ByteArrayDeserializer(),
              new ByteArrayDeserializer());
      codec = new JsonCodec<>(type);
      List<TopicPartition> partitions = new ArrayList<>();
      for (int i = 0; i < topic.partitions(); i++) {
        partitions.add(new TopicPartition(topic.name(), i));
      }
      consumer.assign(partitions);
    }

    List<T> all() throws Exception {
      for (var message : consumer.poll(Duration.ofMillis(200))) {
        read.add(codec.decode(message.value()));
      }
      return read;
    }

    @Override
    public void close() {
      consumer.close();
    }
  }
}
