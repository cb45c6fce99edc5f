package io.flavortrend.e2e.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.flavortrend.e2e.CityMinutes;
import io.flavortrend.e2e.stack.Json;
import io.flavortrend.e2e.stack.Stack;
import io.flavortrend.e2e.stack.StackStatus;
import io.flavortrend.e2e.stack.TopicReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What cannot be used is put aside with its bytes, and what follows it counts. */
@ExtendWith(LiveStack.class)
@Order(60)
class BadRecordsIT {
  private static final int CITY = 903;
  private static final String ORDERS = "flavor.public.orders";

  private final Stack stack;

  BadRecordsIT(Stack stack) {
    this.stack = stack;
  }

  @Test
  void brokenRecordsOnACdcTopicBecomeDeadLettersAndTheJobGoesOn()
      throws SQLException, ExecutionException, InterruptedException {
    List<String> bad =
        List.of(
            "{\"before\":null,\"after\":{\"id\":1,",
            "not json at all",
            "{\"before\":null,\"after\":{\"id\":\"x\"},\"op\":\"c\"}",
            "\u00ff\u00fe");
    List<RecordMetadata> written = new ArrayList<>();
    for (int i = 0; i < bad.size(); i++) {
      written.add(write(ORDERS, i % 2, bad.get(i)));
    }
    for (int i = 0; i < bad.size(); i++) {
      JsonNode letter = awaitLetter(written.get(i), "city-kpis");
      assertThat(letter.path("source_topic").asString()).isEqualTo(ORDERS);
      assertThat(Base64.getDecoder().decode(letter.path("raw_base64").asString()))
          .isEqualTo(bad.get(i).getBytes(StandardCharsets.ISO_8859_1));
      assertThat(letter.path("reason").asString()).isIn("malformed", "contract");
      assertThat(letter.path("detail").asString()).isNotBlank();
    }
    try (OwnCity city = OwnCity.open(stack, CITY)) {
      city.move(city.place(new BigDecimal("5.500")), "delivered");
    }
    StackStatus status = stack.awaitCaughtUp(Duration.ofMinutes(2));
    assertThat(status.jobs()).allMatch(job -> job.state().equals("RUNNING"));
    assertThat(
            CityMinutes.inTable(stack).entrySet().stream()
                .filter(row -> row.getKey().city() == CITY)
                .map(row -> row.getValue().revenue())
                .reduce(BigDecimal.ZERO, BigDecimal::add))
        .isEqualByComparingTo("5.500");
  }

  @ParameterizedTest
  @CsvSource({
    "flavor.public.orders, city-kpis static-sla order-enrichment restaurant-features courier-features",
    "flavor.public.couriers, city-kpis courier-features",
    "flavor.public.restaurants, restaurant-features",
    "flavor.public.weather_conditions, order-enrichment",
    "flavor.public.order_reviews, review-sentiment",
    "sla_limits, static-sla"
  })
  void everyJobPutsAsideWhatPoisonsItsTopics(String topic, String jobs)
      throws ExecutionException, InterruptedException {
    RecordMetadata poison = write(topic, 0, "{\"poison\":");
    for (String job : jobs.split(" ")) {
      JsonNode letter = awaitLetter(poison, job);
      assertThat(letter.path("source_topic").asString()).isEqualTo(topic);
      assertThat(letter.path("reason").asString()).isEqualTo("malformed");
    }
    StackStatus status = stack.awaitCaughtUp(Duration.ofMinutes(2));
    assertThat(status.jobs()).allMatch(job -> job.state().equals("RUNNING"));
  }

  private RecordMetadata write(String topic, int partition, String value)
      throws ExecutionException, InterruptedException {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", stack.kafkaBootstrap()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      return producer
          .send(
              new ProducerRecord<>(
                  topic,
                  partition,
                  // A compacted topic takes no record without a key.
                  topic.equals("sla_limits") ? "default".getBytes(StandardCharsets.UTF_8) : null,
                  value.getBytes(StandardCharsets.ISO_8859_1)))
          .get();
    }
  }

  private JsonNode awaitLetter(RecordMetadata source, String job) {
    List<JsonNode> found = new ArrayList<>();
    Awaitility.await("the dead letter of offset " + source.offset())
        .atMost(Duration.ofMinutes(1))
        .until(
            () -> {
              found.clear();
              try (TopicReader reader =
                  TopicReader.fromBeginning(stack.kafkaBootstrap(), "dead_letters")) {
                reader.drain(record -> found.add(Json.MAPPER.readTree(record.value())));
              }
              found.removeIf(
                  letter ->
                      !letter.path("source_topic").asString().equals(source.topic())
                          || letter.path("source_partition").asInt() != source.partition()
                          || letter.path("source_offset").asLong() != source.offset()
                          || !letter.path("consumer").asString().equals(job));
              return !found.isEmpty();
            });
    return found.get(0);
  }
}
