package io.flavortrend.jobs.staticsla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.flavortrend.contracts.cdc.OrderRow;
import io.flavortrend.contracts.codec.JsonCodec;
import io.flavortrend.contracts.topics.TopicCatalogue;
import io.flavortrend.contracts.values.DeadLetter;
import io.flavortrend.contracts.values.SlaViolation;
import io.flavortrend.jobs.frame.JobConfig;
import io.flavortrend.jobs.frame.JobEnvironment;
import io.flavortrend.jobs.frame.OperatorNames;
import io.flavortrend.jobs.frame.capture.BeatWatermarks;
import io.flavortrend.jobs.frame.capture.CaptureSource;
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
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sources and topic sinks on a real broker; limits are changed while the job runs. */
class StaticSlaOnKafkaTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path temp;

  private final List<SlaViolation> violations = new ArrayList<>();
  private final List<DeadLetter> letters = new ArrayList<>();

  @Test
  void limitsAreFollowedWhileTheJobRuns() throws Exception {
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
    // Nobody has ever said anything of limits: the quiet topic holds no event time back.
    send(producer, 0, placed(2, NOON));
    beat(producer, NOON.plusSeconds(301));
    awaitViolations(producer, consumer, 1);
    assertThat(violations.get(0).orderId()).isEqualTo(2);
    assertThat(violations.get(0).limitMinutes()).isEqualTo(5.0);

    limits(producer, "oops");
    limits(producer, "{\"schema_version\":1,\"city_id\":7,\"accept_minutes\":2}");
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              poll(consumer);
              assertThat(letters).extracting(DeadLetter::sourceTopic).containsExactly("sla_limits");
            });
    // The refused record stood before the limits. What is read of an order after it may still be
    // judged by the old ones: orders are placed until one is judged by the new.
    Instant[] now = {NOON.plusSeconds(400)};
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              now[0] = now[0].plusSeconds(121);
              send(producer, 0, placed(now[0].getEpochSecond(), now[0]));
              beat(producer, now[0].plusSeconds(121));
              poll(consumer);
              assertThat(violations).extracting(SlaViolation::limitMinutes).contains(2.0);
            });
  }

  private void awaitViolations(
      KafkaProducer<byte[], byte[]> producer, KafkaConsumer<String, byte[]> consumer, int count) {
    producer.flush();
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              poll(consumer);
              assertThat(violations).hasSize(count);
            });
  }

  private JobClient submit(LocalBroker broker) throws Exception {
    StaticSlaConfig config =
        StaticSlaConfig.from(
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
    var limits =
        env.fromSource(LimitsSource.of(job), WatermarkStrategy.noWatermarks(), "sla-limits");
    StaticSlaTopology.build(
        OperatorNames.named(orders, "orders", ""),
        OperatorNames.named(limits, "sla-limits", ""),
        new StaticSlaTopology.Sinks(
            RecordSink.of(
                job,
                TopicCatalogue.SLA_VIOLATIONS,
                SlaViolation.class,
                violation -> String.valueOf(violation.orderId())),
            new CollectingSink<>(),
            RecordSink.ofDeadLetters(job)),
        config);
    return env.executeAsync();
  }

  private void poll(KafkaConsumer<String, byte[]> consumer) throws Exception {
    for (var message : consumer.poll(Duration.ofMillis(200))) {
      if (message.topic().equals(TopicCatalogue.DEAD_LETTERS.name())) {
        letters.add(new JsonCodec<>(DeadLetter.class).decode(message.value()));
      } else {
        SlaViolation violation = new JsonCodec<>(SlaViolation.class).decode(message.value());
        assertThat(message.key()).isEqualTo(Long.toString(violation.orderId()));
        violations.add(violation);
      }
    }
  }

  private static byte[] placed(long id, Instant at) {
    return OrderLog.changeJson("c", null, StagedOrder.placed(id, 7, at).row(), at, "false");
  }

  private static void beat(KafkaProducer<byte[], byte[]> producer, Instant at) {
    for (int partition = 0; partition < 2; partition++) {
      send(producer, partition, OrderLog.beatJson(partition, at, false));
    }
  }

  private static void send(KafkaProducer<byte[], byte[]> producer, int partition, byte[] value) {
    producer.send(new ProducerRecord<>(OrderLog.TOPIC, partition, null, value));
  }

  private static void limits(KafkaProducer<byte[], byte[]> producer, String value) {
    producer.send(
        new ProducerRecord<>(
            TopicCatalogue.SLA_LIMITS.name(),
            "7".getBytes(StandardCharsets.UTF_8),
            value.getBytes(StandardCharsets.UTF_8)));
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
        List.of(TopicCatalogue.SLA_VIOLATIONS.name(), TopicCatalogue.DEAD_LETTERS.name()));
    return consumer;
  }
}
