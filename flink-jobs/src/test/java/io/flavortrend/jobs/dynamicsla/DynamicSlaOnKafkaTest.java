package io.flavortrend.jobs.dynamicsla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.flavortrend.contracts.cdc.OrderStatus;
import io.flavortrend.contracts.codec.JsonCodec;
import io.flavortrend.contracts.topics.TopicCatalogue;
import io.flavortrend.contracts.topics.TopicSpec;
import io.flavortrend.contracts.values.DeadLetter;
import io.flavortrend.contracts.values.DeadLetter.Reason;
import io.flavortrend.contracts.values.DynamicSlaViolation;
import io.flavortrend.contracts.values.DynamicSlaViolation.Kind;
import io.flavortrend.contracts.values.DynamicSlaViolation.State;
import io.flavortrend.contracts.values.EtaPrediction;
import io.flavortrend.contracts.values.ModelPerformance;
import io.flavortrend.contracts.values.ModelRelease.Role;
import io.flavortrend.contracts.values.Stage;
import io.flavortrend.jobs.frame.JobConfig;
import io.flavortrend.jobs.frame.JobEnvironment;
import io.flavortrend.jobs.frame.topics.RecordSink;
import io.flavortrend.jobs.testing.CollectingSink;
import io.flavortrend.jobs.testing.LocalBroker;
import io.flavortrend.jobs.testing.OrderLog;
import io.flavortrend.jobs.testing.StagedOrder;
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
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sources and topic sinks on a real broker, with records that nobody can use in between. */
class DynamicSlaOnKafkaTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path temp;

  private final List<DynamicSlaViolation> rows = new ArrayList<>();
  private final List<ModelPerformance> windows = new ArrayList<>();
  private final List<DeadLetter> letters = new ArrayList<>();
  private final CollectingSink<TrainingExample> examples = new CollectingSink<>();

  @Test
  void predictionsAreFollowedToTheirOutcome() throws Exception {
    try (LocalBroker broker = LocalBroker.start(temp);
        KafkaProducer<byte[], byte[]> producer =
            new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrap()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
      JobClient job = submit(broker);
      try (KafkaConsumer<String, byte[]> consumer = consumer(broker)) {
        proveAll(producer, consumer);
      } finally {
        job.cancel().get(30, TimeUnit.SECONDS);
      }
    }
  }

  private void proveAll(
      KafkaProducer<byte[], byte[]> producer, KafkaConsumer<String, byte[]> consumer) {
    poison(producer);
    StagedOrder order = StagedOrder.placed(1, 7, Given.NOON).promised(Given.instant(40));
    change(producer, null, order, Given.NOON);
    predict(producer, TopicCatalogue.ETA_PREDICTIONS, Stage.PLACED, 44, "m1");
    awaitRows(consumer, tuple(Kind.EARLY_WARNING, State.OPEN));

    // The challenger's topic has said nothing yet, and holds no event time back.
    beat(producer, Given.instant(50));
    awaitRows(consumer, tuple(Kind.EARLY_WARNING, State.OPEN), tuple(Kind.VIOLATION, State.OPEN));

    StagedOrder delivered = order.at(OrderStatus.DELIVERED, Given.instant(51));
    change(producer, order, delivered, Given.instant(51));
    awaitRows(
        consumer,
        tuple(Kind.EARLY_WARNING, State.OPEN),
        tuple(Kind.VIOLATION, State.OPEN),
        tuple(Kind.EARLY_WARNING, State.CLOSED),
        tuple(Kind.VIOLATION, State.CLOSED));

    predict(producer, TopicCatalogue.ETA_PREDICTIONS_SHADOW, Stage.PLACED, 50, "m2");
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              poll(consumer);
              assertThat(windows)
                  .extracting(ModelPerformance::modelVersion, ModelPerformance::role)
                  .contains(tuple("m1", Role.CHAMPION), tuple("m2", Role.CHALLENGER));
              assertThat(letters)
                  .extracting(DeadLetter::sourceTopic, DeadLetter::reason)
                  .containsExactlyInAnyOrder(
                      tuple("eta_predictions", Reason.MALFORMED),
                      tuple("eta_predictions", Reason.MALFORMED),
                      tuple("eta_predictions", Reason.CONTRACT),
                      tuple("eta_predictions_shadow", Reason.CONTRACT));
            });
    assertThat(examples.seen())
        .singleElement()
        .satisfies(example -> assertThat(example.actualMinutes()).isEqualTo(51));
  }

  /** Not JSON, nothing at all, another contract, and a key that is another order's. */
  private static void poison(KafkaProducer<byte[], byte[]> producer) {
    send(producer, TopicCatalogue.ETA_PREDICTIONS, "1", "oops".getBytes(StandardCharsets.UTF_8));
    send(producer, TopicCatalogue.ETA_PREDICTIONS, "1", new byte[0]);
    send(
        producer,
        TopicCatalogue.ETA_PREDICTIONS,
        "1",
        "{\"order_id\":1}".getBytes(StandardCharsets.UTF_8));
    send(
        producer,
        TopicCatalogue.ETA_PREDICTIONS_SHADOW,
        "2",
        encoded(Given.prediction(Stage.PLACED, 0, 44, 48, 1)));
  }

  private static void predict(
      KafkaProducer<byte[], byte[]> producer,
      TopicSpec topic,
      Stage stage,
      double predicted,
      String model) {
    EtaPrediction prediction =
        Given.prediction(
            1,
            stage,
            Given.NOON,
            model,
            predicted,
            predicted + 4,
            Given.NOON.toEpochMilli() * Prediction.VERSIONS_OF_A_CHANGE);
    send(producer, topic, "1", encoded(prediction));
  }

  private void awaitRows(KafkaConsumer<String, byte[]> consumer, Tuple... expected) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              poll(consumer);
              assertThat(rows)
                  .extracting(DynamicSlaViolation::kind, DynamicSlaViolation::state)
                  .containsExactly(expected);
            });
  }

  private JobClient submit(LocalBroker broker) throws Exception {
    DynamicSlaConfig config =
        DynamicSlaConfig.from(
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
    DynamicSlaTopology.build(
        DynamicSlaJob.sources(env, job),
        new DynamicSlaTopology.Sinks(
            DynamicSlaJob.violationsTopic(job),
            new CollectingSink<>(),
            DynamicSlaJob.performanceTopic(job),
            new CollectingSink<>(),
            examples,
            RecordSink.ofDeadLetters(job)),
        config,
        1);
    return env.executeAsync();
  }

  private void poll(KafkaConsumer<String, byte[]> consumer) throws Exception {
    for (var message : consumer.poll(Duration.ofMillis(200))) {
      if (message.topic().equals(TopicCatalogue.DEAD_LETTERS.name())) {
        letters.add(new JsonCodec<>(DeadLetter.class).decode(message.value()));
      } else if (message.topic().equals(TopicCatalogue.MODEL_PERFORMANCE.name())) {
        ModelPerformance window = new JsonCodec<>(ModelPerformance.class).decode(message.value());
        assertThat(message.key()).isEqualTo(window.modelVersion());
        windows.add(window);
      } else {
        DynamicSlaViolation row =
            new JsonCodec<>(DynamicSlaViolation.class).decode(message.value());
        assertThat(message.key()).isEqualTo(Long.toString(row.orderId()));
        rows.add(row);
      }
    }
  }

  private static void change(
      KafkaProducer<byte[], byte[]> producer,
      @Nullable StagedOrder before,
      StagedOrder after,
      Instant committedAt) {
    byte[] value =
        before == null
            ? OrderLog.changeJson("c", null, after.row(), committedAt, "false")
            : OrderLog.changeJson("u", before.row(), after.row(), committedAt, "false");
    producer.send(new ProducerRecord<>(OrderLog.TOPIC, 0, null, value));
    producer.flush();
  }

  private static void beat(KafkaProducer<byte[], byte[]> producer, Instant at) {
    for (int partition = 0; partition < 2; partition++) {
      byte[] value = OrderLog.beatJson(partition, at, false);
      producer.send(new ProducerRecord<>(OrderLog.TOPIC, partition, null, value));
    }
    producer.flush();
  }

  private static void send(
      KafkaProducer<byte[], byte[]> producer, TopicSpec topic, String key, byte[] value) {
    producer.send(new ProducerRecord<>(topic.name(), key.getBytes(StandardCharsets.UTF_8), value));
    producer.flush();
  }

  private static byte[] encoded(EtaPrediction prediction) {
    return new JsonCodec<>(EtaPrediction.class).encode(prediction);
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
        List.of(
            TopicCatalogue.DYNAMIC_SLA_VIOLATIONS.name(),
            TopicCatalogue.MODEL_PERFORMANCE.name(),
            TopicCatalogue.DEAD_LETTERS.name()));
    return consumer;
  }
}
