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
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", stack.kafkaBootstrap()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      for (int i = 0; i < bad.size(); i++) {
        written.add(
            producer
                .send(
                    new ProducerRecord<>(
                        ORDERS, i % 2, null, bad.get(i).getBytes(StandardCharsets.ISO_8859_1)))
                .get());
      }
    }
    for (int i = 0; i < bad.size(); i++) {
      JsonNode letter = awaitLetter(written.get(i));
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

  private JsonNode awaitLetter(RecordMetadata source) {
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
                      letter.path("source_partition").asInt() != source.partition()
                          || letter.path("source_offset").asLong() != source.offset()
                          || !letter.path("consumer").asString().equals("city-kpis"));
              return !found.isEmpty();
            });
    return found.get(0);
  }
}
