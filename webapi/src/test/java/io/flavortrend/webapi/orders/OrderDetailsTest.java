package io.flavortrend.webapi.orders;

import static io.flavortrend.webapi.testing.TestServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.flavortrend.access.Role;
import io.flavortrend.contracts.codec.Json;
import io.flavortrend.features.vector.EtaVector;
import io.flavortrend.features.vector.EtaVectors;
import io.flavortrend.inference.testing.TestPackage;
import io.flavortrend.inference.testing.TinyModels.Size;
import io.flavortrend.webapi.testing.TestDatabase;
import io.flavortrend.webapi.testing.TestModels;
import io.flavortrend.webapi.testing.TestServer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class OrderDetailsTest {
  @TempDir private static Path folder;
  private static TestServer server;

  @BeforeAll
  static void order() {
    double[] vector = new double[EtaVector.size()];
    Arrays.fill(vector, Double.NaN);
    vector[EtaVector.index("stage")] = 0;
    vector[EtaVector.index("distance_km")] = 3;
    vector[EtaVector.index("weather_condition")] = 2;
    TestModels.none();
    TestModels.registered("m-1", TestPackage.of("m-1").trained(Size.TINY, 1), folder, "{}");
    TestDatabase.shared()
        .execute(
            """
            truncate public.orders cascade;
            truncate analytics.sla_violations, analytics.dynamic_sla_violations,
              analytics.eta_predictions;
            insert into public.orders (id, customer_id, restaurant_id, city_id, status, placed_at,
              accepted_at, assigned_at, total_amount, currency, updated_at)
            select 4711, (select min(id) from public.customers where city_id = 1),
                   (select min(id) from public.restaurants where city_id = 1), 1, 'assigned',
                   timestamptz '2026-11-22 10:00Z', timestamptz '2026-11-22 10:06Z',
                   timestamptz '2026-11-22 10:04Z', 12.345, 'TND', now();
            insert into analytics.eta_predictions (order_id, stage, city_id, restaurant_id,
              eta_minutes, eta_p10_minutes, eta_p90_minutes, predicted_delivery_at,
              baseline_minutes, model_version, features, feature_age_ms, feature_versions,
              event_time, degraded, capped, reasons, trace, version)
            select 4711, stage, 1, 1, 30, 25, 40, timestamptz '2026-11-22 10:30Z', 20, model,
                   '%s', '{"restaurant":4200,"courier":null,"city":310,"weather":540000}',
                   '{"restaurant":7,"courier":null,"city":8,"weather":"2026-11-22T09:51:00Z",
                     "model":"m-1"}',
                   timestamptz '2026-11-22 10:00Z', false, false, '{}',
                   '{"committed_at":"2026-11-22T10:00:00.010Z",
                     "captured_at":"2026-11-22T10:00:00.016500Z",
                     "enriched_at":"2026-11-22T10:00:00.024500Z",
                     "joined_at":"2026-11-22T10:00:00.030500Z",
                     "predicted_at":"2026-11-22T10:00:00.032Z"}', 256
            from (values ('placed', 'm-1'), ('assigned', 'm-gone')) s (stage, model);
            insert into analytics.sla_violations (order_id, limit_name, city_id, restaurant_id,
              limit_minutes, started_at, due_at, state, historical, event_time, detected_at,
              version)
            values (4711, 'accept', 1, 1, 5, '2026-11-22 10:00Z', '2026-11-22 10:05Z', 'open',
              false, '2026-11-22 10:05Z', '2026-11-22 10:05Z', 1);
            insert into analytics.dynamic_sla_violations (order_id, kind, city_id, restaurant_id,
              stage, model_version, predicted_delivery_at, predicted_p10_at, predicted_p90_at,
              tolerance_minutes, due_at, raised_at, lead_minutes, state, detected_at, event_time,
              version)
            values (4711, 'violation', 1, 1, 'placed', 'm-1', '2026-11-22 10:30Z',
              '2026-11-22 10:25Z', '2026-11-22 10:40Z', 10, '2026-11-22 10:40Z',
              '2026-11-22 10:40Z', 0, 'open', '2026-11-22 10:40Z', '2026-11-22 10:40Z', 4);
            """
                .formatted(Json.mapper().writeValueAsString(EtaVectors.named(vector))));
    server = TestServer.start(Map.of("FLAVOR_MODELS_DIR", folder.toString()));
  }

  @AfterAll
  static void stop() {
    server.close();
    TestModels.none();
  }

  @Test
  void tellsTheOrderAndItsTimeline() {
    JsonNode details = get(4711);

    assertThat(details.path("order").path("status").asString()).isEqualTo("assigned");
    assertThat(details.path("order").path("prediction").path("stage").asString())
        .isEqualTo("assigned");
    assertThat(details.path("timeline").toString())
        .isEqualTo(
            "[{\"status\":\"placed\",\"at\":\"2026-11-22T10:00:00Z\"},"
                + "{\"status\":\"assigned\",\"at\":\"2026-11-22T10:04:00Z\"},"
                + "{\"status\":\"accepted\",\"at\":\"2026-11-22T10:06:00Z\"}]");
    assertThat(details.path("sla_violations").get(0).path("limit_name").asString())
        .isEqualTo("accept");
    assertThat(details.path("dynamic_sla_violations").get(0).path("kind").asString())
        .isEqualTo("violation");
  }

  @Test
  void tellsEachPredictionWithAgesAndMillisecondsOfItsWay() {
    JsonNode predictions = get(4711).path("predictions");

    assertThat(predictions)
        .extracting(prediction -> prediction.path("stage").asString())
        .containsExactly("placed", "assigned");
    JsonNode placed = predictions.get(0);
    assertThat(placed.path("eta_p10_minutes").asDouble()).isEqualTo(25);
    assertThat(placed.path("feature_age_ms").toString())
        .isEqualTo("{\"restaurant\":4200,\"courier\":null,\"city\":310,\"weather\":540000}");
    assertThat(placed.path("feature_versions").path("city").asLong()).isEqualTo(8);
    JsonNode trace = placed.path("trace_ms");
    assertThat(trace.path("capture_ms").asDouble()).isEqualTo(6.5);
    assertThat(trace.path("enrich_ms").asDouble()).isEqualTo(8);
    assertThat(trace.path("join_ms").asDouble()).isEqualTo(6);
    assertThat(trace.path("predict_ms").asDouble()).isEqualTo(1.5);
    assertThat(trace.path("total_ms").asDouble()).isEqualTo(22);
  }

  @Test
  void explainsAPredictionByTheModelThatMadeIt() {
    JsonNode explanation = get(4711).path("predictions").get(0).path("explanation");

    assertThat(explanation.path("model_version").asString()).isEqualTo("m-1");
    assertThat(explanation.path("contributions")).isNotEmpty().hasSizeLessThanOrEqualTo(8);
    double largest = Math.abs(explanation.path("contributions").get(0).path("minutes").asDouble());
    assertThat(explanation.path("contributions"))
        .allSatisfy(
            contribution -> {
              assertThat(contribution.path("name").asString()).isIn(EtaVector.names());
              assertThat(contribution.path("description").asString()).isNotEmpty();
              assertThat(contribution.path("unit").asString()).isNotEmpty();
              assertThat(Math.abs(contribution.path("minutes").asDouble()))
                  .isPositive()
                  .isLessThanOrEqualTo(largest);
            });
  }

  @Test
  void saysWhyThereIsNoExplanation() {
    JsonNode assigned = get(4711).path("predictions").get(1);

    assertThat(assigned.path("explanation").isNull()).isTrue();
    assertThat(assigned.path("explanation_unavailable").asString()).contains("m-gone");
  }

  @Test
  void isNarrowedByAccountAndSaysWhatIsNotThere() {
    assertThat(status("4711", server.token(Role.VIEWER, 1))).isEqualTo(200);
    assertThat(status("4711", server.token(Role.VIEWER, 2))).isEqualTo(403);
    assertThat(status("4712", server.token(Role.VIEWER))).isEqualTo(404);
    assertThat(status("seven", server.token(Role.VIEWER))).isEqualTo(400);
  }

  @Test
  void saysThatTheStoreIsDown() {
    try (TestServer down = TestServer.start(Map.of("FLAVOR_POSTGRES_PORT", "1"))) {
      assertThat(down.get("/api/v1/orders/1", down.token(Role.VIEWER)).statusCode()).isEqualTo(503);
    }
  }

  private static JsonNode get(long id) {
    return json(server.get("/api/v1/orders/" + id, server.token(Role.VIEWER)));
  }

  private static int status(String id, String token) {
    return server.get("/api/v1/orders/" + id, token).statusCode();
  }
}
