package io.flavortrend.jobs.restaurantfeatures;

import static io.flavortrend.jobs.frame.OperatorNames.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.flavortrend.contracts.cdc.OrderRow;
import io.flavortrend.contracts.cdc.RestaurantRow;
import io.flavortrend.contracts.topics.TopicCatalogue;
import io.flavortrend.contracts.topics.TopicSpec;
import io.flavortrend.contracts.values.DeadLetter;
import io.flavortrend.contracts.values.FeatureVersion;
import io.flavortrend.features.catalogue.FeatureEntity;
import io.flavortrend.jobs.frame.JobConfig;
import io.flavortrend.jobs.frame.JobEnvironment;
import io.flavortrend.jobs.frame.capture.BeatWatermarks;
import io.flavortrend.jobs.frame.capture.CaptureSource;
import io.flavortrend.jobs.frame.features.FeatureConfig;
import io.flavortrend.jobs.frame.features.FeatureRecord;
import io.flavortrend.jobs.frame.features.FeatureSinks;
import io.flavortrend.jobs.frame.features.FeatureSource;
import io.flavortrend.jobs.frame.progress.MarkerWatermarks;
import io.flavortrend.jobs.testing.CollectingSink;
import io.flavortrend.jobs.testing.LocalBroker;
import io.flavortrend.jobs.testing.Orders;
import io.flavortrend.jobs.testing.TableLog;
import io.flavortrend.settings.Settings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The job writes a real topic, and another reads it with event time from its markers. */
class RestaurantFeaturesOnKafkaTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path temp;

  @Test
  void whatIsWrittenIsReadAgainWithItsProgress() throws Exception {
    try (LocalBroker broker = LocalBroker.start(temp);
        KafkaProducer<byte[], byte[]> producer = producer(broker)) {
      JobConfig job = config(broker).job();
      StreamExecutionEnvironment env =
          StreamExecutionEnvironment.createLocalEnvironment(1, JobEnvironment.configuration(job));
      CollectingSink<String> reader = new CollectingSink<>();
      CollectingSink<DeadLetter> deadLetters = new CollectingSink<>();
      write(env, config(broker), deadLetters);
      read(env, job, reader);
      JobClient running = env.executeAsync();
      try {
        send(
            producer,
            TopicCatalogue.RESTAURANT_FEATURES,
            0,
            "oops".getBytes(StandardCharsets.UTF_8));
        send(producer, TopicCatalogue.ORDERS, 0, placed(1));
        send(producer, TopicCatalogue.ORDERS, 1, "oops".getBytes(StandardCharsets.UTF_8));
        beat(producer, NOON.plusMillis(100));
        await()
            .atMost(PATIENCE)
            .untilAsserted(
                () -> {
                  assertThat(reader.seen())
                      .contains("version 1 2026-03-01T12:00:00Z 1.0", "refused");
                  assertThat(deadLetters.seen()).hasSize(1);
                });
        // Nothing more happens, and event time goes on: by markers alone.
        beat(producer, NOON.plusSeconds(5));
        int[] beats = {0};
        await()
            .atMost(PATIENCE)
            .untilAsserted(
                () -> {
                  // A marker's own watermark is seen by what stands behind it: another beat.
                  beat(producer, NOON.plusSeconds(5).plusMillis(++beats[0]));
                  assertThat(reader.seen())
                      .anySatisfy(
                          told ->
                              assertThat(told)
                                  .startsWith("at ")
                                  .isGreaterThanOrEqualTo(
                                      "at " + NOON.plusSeconds(5).minusMillis(1)));
                });
      } finally {
        running.cancel().get(30, TimeUnit.SECONDS);
      }
    }
  }

  private static void write(
      StreamExecutionEnvironment env,
      FeatureConfig config,
      CollectingSink<DeadLetter> deadLetters) {
    JobConfig job = config.job();
    RestaurantFeaturesTopology.build(
        new RestaurantFeaturesTopology.Sources(
            named(
                env.fromSource(
                    CaptureSource.of(job, TopicCatalogue.ORDERS, OrderRow.class),
                    BeatWatermarks.strategy(),
                    "orders"),
                "orders",
                ""),
            named(
                env.fromSource(
                    CaptureSource.of(job, TopicCatalogue.RESTAURANTS, RestaurantRow.class),
                    BeatWatermarks.strategy(),
                    "restaurants"),
                "restaurants",
                "")),
        new FeatureSinks(
            FeatureSinks.of(job, FeatureEntity.RESTAURANT).topic(), new CollectingSink<>()),
        deadLetters,
        config,
        1);
  }

  /** Tells each record, and how far event time is where a marker is read. */
  private static void read(
      StreamExecutionEnvironment env, JobConfig job, CollectingSink<String> sink) {
    var features =
        named(
            env.fromSource(
                FeatureSource.of(job, FeatureEntity.RESTAURANT),
                MarkerWatermarks.strategy(),
                "features"),
            "features",
            "");
    named(
        named(features.process(new Tell()).returns(Types.STRING), "tell", "").sinkTo(sink),
        "told",
        "");
  }

  private static final class Tell extends ProcessFunction<FeatureRecord, String> {
    private static final long serialVersionUID = 1L;

    @Override
    public void processElement(FeatureRecord element, Context context, Collector<String> out) {
      FeatureVersion version = element.version();
      if (version != null) {
        out.collect(
            "version %d %s %s"
                .formatted(
                    version.entityId(),
                    version.eventTime(),
                    version.features().get("open_orders")));
      } else if (element.refused() != null) {
        out.collect("refused");
      } else {
        long watermark = context.timerService().currentWatermark();
        out.collect(
            "at " + (watermark == Long.MIN_VALUE ? "none" : Instant.ofEpochMilli(watermark)));
      }
    }
  }

  private static byte[] placed(long id) {
    return TableLog.changeJson(
        TopicCatalogue.ORDERS, null, Orders.placed(id, 7, NOON).row(), NOON.plusMillis(3));
  }

  private static void beat(KafkaProducer<byte[], byte[]> producer, Instant at) throws Exception {
    for (int partition = 0; partition < 2; partition++) {
      send(
          producer,
          TopicCatalogue.ORDERS,
          partition,
          TableLog.beatJson(TopicCatalogue.ORDERS, partition, at));
    }
    send(
        producer,
        TopicCatalogue.RESTAURANTS,
        0,
        TableLog.beatJson(TopicCatalogue.RESTAURANTS, 0, at));
  }

  private static void send(
      KafkaProducer<byte[], byte[]> producer, TopicSpec topic, int partition, byte[] value)
      throws Exception {
    producer
        .send(new ProducerRecord<>(topic.name(), partition, new byte[] {'1'}, value))
        .get(30, TimeUnit.SECONDS);
  }

  private FeatureConfig config(LocalBroker broker) {
    return FeatureConfig.from(
        RestaurantFeaturesJob.NAME,
        Settings.of(
            Map.of(
                JobConfig.KAFKA_BOOTSTRAP,
                broker.bootstrap(),
                JobConfig.CHECKPOINT_INTERVAL,
                "PT0.5S",
                JobConfig.CHECKPOINTS_DIR,
                temp.resolve("checkpoints").toString())));
  }

  private static KafkaProducer<byte[], byte[]> producer(LocalBroker broker) {
    return new KafkaProducer<>(
        Map.of("bootstrap.servers", broker.bootstrap()),
        new ByteArraySerializer(),
        new ByteArraySerializer());
  }
}
