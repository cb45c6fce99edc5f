package io.flavortrend.jobs.reviewsentiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.flavortrend.contracts.cdc.ReviewRow;
import io.flavortrend.contracts.codec.JsonCodec;
import io.flavortrend.contracts.topics.TopicCatalogue;
import io.flavortrend.contracts.values.DeadLetter;
import io.flavortrend.contracts.values.DeadLetter.Reason;
import io.flavortrend.contracts.values.ReviewSentiment;
import io.flavortrend.jobs.frame.JobConfig;
import io.flavortrend.jobs.frame.JobEnvironment;
import io.flavortrend.jobs.frame.OperatorNames;
import io.flavortrend.jobs.frame.capture.BeatWatermarks;
import io.flavortrend.jobs.frame.capture.CaptureSource;
import io.flavortrend.jobs.frame.topics.RecordSink;
import io.flavortrend.jobs.testing.CollectingSink;
import io.flavortrend.jobs.testing.LocalBroker;
import io.flavortrend.jobs.testing.ReviewLog;
import io.flavortrend.settings.Settings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Source and topic sinks on a real broker. */
class ReviewSentimentOnKafkaTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path temp;

  private final Map<String, ReviewSentiment> newest = new HashMap<>();
  private final List<DeadLetter> letters = new ArrayList<>();

  @Test
  void reviewsBecomeRowsAndWhatCannotBeUsedBecomesALetter() throws Exception {
    try (LocalBroker broker = LocalBroker.start(temp);
        var producer =
            new KafkaProducer<byte[], byte[]>(
                Map.of("bootstrap.servers", broker.bootstrap()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
      JobClient job = submit(broker);
      try (KafkaConsumer<String, byte[]> consumer = consumer(broker)) {
        ReviewRow review = ReviewContributionsTest.row(42L, 1, "Livré en retard, froid", NOON);
        send(producer, ReviewLog.changeJson(null, review, NOON.plusSeconds(1), false));
        send(producer, "oops".getBytes(StandardCharsets.UTF_8));
        await()
            .atMost(PATIENCE)
            .untilAsserted(
                () -> {
                  poll(consumer);
                  assertThat(newest).containsOnlyKeys("7", "courier/42");
                  assertThat(newest.get("courier/42").negativeShare()).isEqualTo(1.0);
                  assertThat(letters)
                      .extracting(DeadLetter::reason)
                      .containsExactly(Reason.MALFORMED);
                });

        // 23 hours later an edit still corrects, 25 hours later it does not.
        ReviewRow edited = ReviewContributionsTest.row(42L, 5, "Délicieux", NOON);
        send(producer, ReviewLog.beatJson(0, NOON.plus(Duration.ofHours(23))));
        send(
            producer, ReviewLog.changeJson(review, edited, NOON.plus(Duration.ofHours(23)), false));
        send(producer, ReviewLog.beatJson(0, NOON.plus(Duration.ofHours(25))));
        send(producer, ReviewLog.changeJson(edited, null, NOON.plus(Duration.ofHours(25)), false));
        await()
            .atMost(PATIENCE)
            .untilAsserted(
                () -> {
                  poll(consumer);
                  assertThat(newest.get("7").reviews()).isEqualTo(1);
                  assertThat(newest.get("7").negativeShare()).isZero();
                  assertThat(letters)
                      .extracting(DeadLetter::reason)
                      .containsExactly(Reason.MALFORMED, Reason.LATE);
                });
      } finally {
        job.cancel().get(30, TimeUnit.SECONDS);
      }
    }
  }

  private JobClient submit(LocalBroker broker) throws Exception {
    ReviewSentimentConfig config =
        ReviewSentimentConfig.from(
            Settings.of(
                Map.of(
                    JobConfig.KAFKA_BOOTSTRAP,
                    broker.bootstrap(),
                    JobConfig.CHECKPOINTS_DIR,
                    temp.resolve("checkpoints").toString(),
                    ReviewSentimentConfig.EMIT_INTERVAL,
                    "PT0.2S")));
    JobConfig job = config.job();
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.createLocalEnvironment(1, JobEnvironment.configuration(job));
    var reviews =
        env.fromSource(
            CaptureSource.of(job, TopicCatalogue.ORDER_REVIEWS, ReviewRow.class),
            BeatWatermarks.strategy(),
            "reviews");
    ReviewSentimentTopology.build(
        OperatorNames.named(reviews, "reviews", ""),
        new ReviewSentimentTopology.Sinks(
            RecordSink.of(
                job, TopicCatalogue.REVIEW_SENTIMENT, ReviewSentiment.class, ReviewSentiment::key),
            new CollectingSink<>(),
            RecordSink.ofDeadLetters(job)),
        config,
        1);
    return env.executeAsync();
  }

  private void poll(KafkaConsumer<String, byte[]> consumer) throws Exception {
    for (var message : consumer.poll(Duration.ofMillis(200))) {
      if (message.topic().equals(TopicCatalogue.DEAD_LETTERS.name())) {
        assertThat(message.key()).isEqualTo(ReviewLog.TOPIC);
        letters.add(new JsonCodec<>(DeadLetter.class).decode(message.value()));
      } else {
        ReviewSentiment value = new JsonCodec<>(ReviewSentiment.class).decode(message.value());
        newest.merge(
            message.key(), value, (held, come) -> come.version() >= held.version() ? come : held);
      }
    }
  }

  private static void send(KafkaProducer<byte[], byte[]> producer, byte[] value) {
    producer.send(new ProducerRecord<>(ReviewLog.TOPIC, 0, null, value));
    producer.flush();
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
        List.of(TopicCatalogue.REVIEW_SENTIMENT.name(), TopicCatalogue.DEAD_LETTERS.name()));
    return consumer;
  }
}
