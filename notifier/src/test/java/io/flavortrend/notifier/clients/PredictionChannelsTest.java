package io.flavortrend.notifier.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.flavortrend.contracts.codec.Json;
import io.flavortrend.contracts.topics.TopicCatalogue;
import io.flavortrend.notifier.testing.Samples;
import io.flavortrend.notifier.testing.TestClient;
import io.flavortrend.notifier.testing.TestNotifier;
import io.flavortrend.notifier.testing.TestRecords;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PredictionChannelsTest {
  @Test
  void predictionsComeAsSnapshotAndThenAsTheyAreMade() {
    Instant now = Instant.now();
    TestRecords.prediction(501, 91, now, 256);
    TestRecords.prediction(502, 92, now, 256);
    TestRecords.prediction(503, 91, now.minus(Duration.ofHours(3)), 256);
    try (TestNotifier notifier = TestNotifier.start(Map.of());
        TestClient client = notifier.subscribed("\"channels\":[\"eta_predictions\"],\"city\":91")) {
      JsonNode snapshot = client.next("snapshot");
      assertThat(snapshot.path("items"))
          .extracting(item -> item.path("key").asString())
          .containsExactly("501/placed");

      TestRecords.prediction(502, 92, now, 512);
      TestRecords.prediction(501, 91, now, 255);
      TestRecords.prediction(504, 91, now, 512);

      JsonNode event = client.next("event");
      assertThat(event.path("key").asString()).isEqualTo("504/placed");
      assertThat(event.path("version").asLong()).isEqualTo(512);
      assertThat(event.path("data").path("eta_p90_minutes").asDouble()).isEqualTo(44.75);
      await()
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(
              () ->
                  assertThat(count(notifier, "commit_to_prediction"))
                      .isEqualTo(1)
                      .isLessThanOrEqualTo(count(notifier, "predict")));
    }
  }

  @Test
  void dynamicViolationsComeAsTheTopicTellsThem() {
    byte[] warning = Samples.of("dynamic_sla_violations/early_warning");
    try (TestNotifier notifier = TestNotifier.start(Map.of());
        TestClient client = notifier.subscribed("\"channels\":[\"dynamic_sla_violations\"]")) {
      client.next("snapshot");

      TestRecords.send(
          TopicCatalogue.DYNAMIC_SLA_VIOLATIONS.name(),
          "4711",
          new String(warning, StandardCharsets.UTF_8));

      JsonNode event = client.next("event");
      assertThat(event.path("key").asString()).isEqualTo("4711/early_warning");
      assertThat(event.path("data")).isEqualTo(Json.mapper().readTree(warning));
    }
  }

  private static int count(TestNotifier notifier, String stage) {
    return Json.mapper()
        .readTree(notifier.get("/latency", TestNotifier.token()).body())
        .path("stages")
        .valueStream()
        .filter(figures -> figures.path("stage").asString().equals(stage))
        .mapToInt(figures -> figures.path("count").asInt())
        .sum();
  }
}
