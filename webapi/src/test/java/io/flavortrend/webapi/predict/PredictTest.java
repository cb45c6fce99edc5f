package io.flavortrend.webapi.predict;

import static io.flavortrend.webapi.testing.TestServer.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.flavortrend.access.Role;
import io.flavortrend.contracts.codec.Json;
import io.flavortrend.features.vector.EtaVectors;
import io.flavortrend.inference.BaselineEta;
import io.flavortrend.inference.testing.TestPackage;
import io.flavortrend.webapi.testing.TestDatabase;
import io.flavortrend.webapi.testing.TestModels;
import io.flavortrend.webapi.testing.TestServer;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class PredictTest {
  private static final TestDatabase DATABASE = TestDatabase.shared();
  private static final long RESTAURANT =
      Long.parseLong(DATABASE.value("select min(id) from public.restaurants where city_id = 1"));
  private static final long COURIER =
      Long.parseLong(DATABASE.value("select min(id) from public.couriers where city_id = 1"));
  private static final long COURIER_ELSEWHERE =
      Long.parseLong(DATABASE.value("select min(id) from public.couriers where city_id = 2"));
  @TempDir private static Path folder;
  private static TestServer server;

  @BeforeAll
  static void start() {
    DATABASE.execute(
        """
        truncate analytics.restaurant_features, analytics.courier_features,
          analytics.city_features;
        insert into analytics.restaurant_features (restaurant_id, city_id, event_time,
          prep_minutes_mean_1h, open_orders, version)
        values (%1$d, 1, now() - interval '1 minute', 17.5, 3, 42);
        insert into analytics.courier_features (courier_id, city_id, event_time,
          speed_kmh_last_n, version)
        values (%2$d, 1, now() - interval '1 minute', 20, 5);
        delete from public.weather_conditions where id = 7000001;
        insert into public.weather_conditions (id, city_id, observed_at, condition, temperature_c,
          rain_mm, wind_kmh, updated_at)
        values (7000001, 1, now() - interval '1 second', 'rain', 12, 2.5, 30, now());
        update public.restaurants set latitude = 36.8, longitude = 10.18 where id = %1$d;
        """
            .formatted(RESTAURANT, COURIER));
    server = TestServer.start(Map.of("FLAVOR_MODELS_DIR", folder.toString()));
  }

  @AfterAll
  static void stop() {
    server.close();
    TestModels.none();
    DATABASE.execute("delete from public.weather_conditions where id = 7000001");
  }

  @BeforeEach
  void champion() {
    TestModels.champion("m-1", TestPackage.of("m-1"), folder, "{}");
  }

  @Test
  void asksTheChampionAboutTheVectorAsTheJobFillsIt() {
    JsonNode answer = json(predict(order()));

    Map<String, Double> features =
        Json.mapper()
            .treeToValue(answer.path("features"), new TypeReference<HashMap<String, Double>>() {});
    double baseline = BaselineEta.minutes(EtaVectors.ofNamed(features));
    assertThat(answer.path("model_version").asString()).isEqualTo("m-1");
    assertThat(answer.path("baseline_minutes").asDouble()).isCloseTo(baseline, within(1e-9));
    assertThat(answer.path("eta_minutes").asDouble())
        .isCloseTo(baseline + TestPackage.POINT, within(1e-9));
    assertThat(answer.path("eta_p10_minutes").asDouble())
        .isCloseTo(baseline + TestPackage.P10, within(1e-9));
    assertThat(answer.path("eta_p90_minutes").asDouble())
        .isCloseTo(baseline + TestPackage.P90, within(1e-9));
    assertThat(features)
        .containsEntry("stage", 0.0)
        .containsEntry("distance_km", 3.2)
        .containsEntry("item_count", 2.0)
        .containsEntry("total_amount", 31.5)
        .containsEntry("minutes_since_placed", 0.0)
        .containsEntry("restaurant_prep_minutes_mean_1h", 17.5)
        .containsEntry("weather_condition", 2.0)
        .containsEntry("weather_rain_mm", 2.5);
    assertThat(features.get("hour")).isBetween(0.0, 24.0);
  }

  @Test
  void explainsAndNamesWhatIsUnknown() {
    JsonNode answer = json(predict(order()));

    JsonNode explanation = answer.path("explanation");
    double sum =
        explanation.path("base_minutes").asDouble()
            + explanation.path("other_minutes").asDouble()
            + explanation
                .path("contributions")
                .valueStream()
                .mapToDouble(contribution -> contribution.path("minutes").asDouble())
                .sum();
    assertThat(sum).isCloseTo(answer.path("eta_minutes").asDouble(), within(1e-6));
    assertThat(answer.path("unknown").toString())
        .contains("\"city_pressure\"", "\"restaurant_cancel_rate_1h\"")
        .doesNotContain("courier_", "\"distance_km\"");
    assertThat(answer.path("reasons").toString()).isEqualTo("[\"city_missing\"]");
    assertThat(answer.path("degraded").asBoolean()).isTrue();
  }

  @Test
  void takesTheCustomersLocationInPlaceOfTheDistance() {
    ObjectNode order = order();
    order.remove("distance_km");
    order.put("dropoff_latitude", 36.8).put("dropoff_longitude", 10.18);

    assertThat(json(predict(order)).path("features").path("distance_km").asDouble())
        .isCloseTo(0, within(1e-6));

    order.put("dropoff_latitude", 36.9);
    assertThat(json(predict(order)).path("features").path("distance_km").asDouble())
        .isBetween(11.0, 20.0);
  }

  @Test
  void knowsTheCourierFromTheAssignmentOn() {
    JsonNode answer = json(predict(order().put("stage", "assigned").put("courier_id", COURIER)));

    assertThat(answer.path("features").path("courier_speed_kmh_last_n").asDouble()).isEqualTo(20);
    assertThat(answer.path("features").path("minutes_since_placed").isNull()).isTrue();
    assertThat(answer.path("unknown").toString()).contains("\"minutes_since_placed\"");
  }

  @Test
  void answersForAnotherTime() {
    Instant at = Instant.now().plus(Duration.ofHours(30));

    JsonNode answer = json(predict(order().put("at", at.toString())));

    assertThat(Instant.parse(answer.path("event_time").asString())).isEqualTo(at);
    assertThat(Instant.parse(answer.path("predicted_delivery_at").asString())).isAfter(at);
    assertThat(answer.path("features").path("weather_age_minutes").asDouble())
        .isGreaterThan(30 * 60);
  }

  @Test
  void theBaselineAnswersWithoutChampion() throws Exception {
    TestModels.none();
    JsonNode none = json(predict(order()));
    TestModels.champion("m-2", TestPackage.of("m-2"), folder, "{}");
    Files.delete(folder.resolve("m-2.zip"));
    JsonNode gone = json(predict(order()));

    for (JsonNode answer : new JsonNode[] {none, gone}) {
      assertThat(answer.path("model_version").asString()).isEqualTo("baseline");
      assertThat(answer.path("eta_minutes").asDouble())
          .isEqualTo(answer.path("baseline_minutes").asDouble());
      assertThat(answer.path("reasons").get(0).asString()).isEqualTo("no_model");
    }
  }

  @Test
  void namesTheFieldThatIsWrong() {
    assertThat(badField(order().putNull("restaurant_id"))).isEqualTo("restaurant_id");
    assertThat(badField(order().put("restaurant_id", 987654321L))).isEqualTo("restaurant_id");
    assertThat(badField(order().putNull("distance_km"))).isEqualTo("distance_km");
    assertThat(badField(order().put("distance_km", -1))).isEqualTo("distance_km");
    assertThat(badField(order().put("distance_km", "far"))).isEqualTo("distance_km");
    assertThat(badField(order().put("dropoff_latitude", 36.8))).isEqualTo("distance_km");
    assertThat(badField(order().putNull("distance_km").put("dropoff_latitude", 36.8)))
        .isEqualTo("dropoff_longitude");
    assertThat(
            badField(
                order()
                    .putNull("distance_km")
                    .put("dropoff_latitude", 91)
                    .put("dropoff_longitude", 0)))
        .isEqualTo("dropoff_latitude");
    assertThat(badField(order().put("item_count", 0))).isEqualTo("item_count");
    assertThat(badField(order().putNull("total_amount"))).isEqualTo("total_amount");
    assertThat(badField(order().put("stage", "eaten"))).isEqualTo("stage");
    assertThat(badField(order().put("courier_id", COURIER_ELSEWHERE))).isEqualTo("courier_id");
    assertThat(badField(order().put("at", "soon"))).isEqualTo("at");
    assertThat(badField(order().put("at", "2001-01-01T00:00:00Z"))).isEqualTo("at");
    assertThat(badField(order().put("placed_at", Instant.now().plusSeconds(60).toString())))
        .isEqualTo("placed_at");
  }

  @Test
  void isForOperatorsOfTheCity() {
    String body = order().toString();

    assertThat(status(server.token(Role.VIEWER), body)).isEqualTo(403);
    assertThat(status(server.token(Role.OPERATOR, 1), body)).isEqualTo(200);
    assertThat(status(server.token(Role.OPERATOR, 2), body)).isEqualTo(403);
  }

  @Test
  void saysThatTheStoreIsDown() {
    try (TestServer down = TestServer.start(Map.of("FLAVOR_POSTGRES_PORT", "1"))) {
      assertThat(
              down.post("/api/v1/predict", down.token(Role.OPERATOR), order().toString())
                  .statusCode())
          .isEqualTo(503);
    }
  }

  private static ObjectNode order() {
    return Json.mapper()
        .createObjectNode()
        .put("restaurant_id", RESTAURANT)
        .put("distance_km", 3.2)
        .put("item_count", 2)
        .put("total_amount", 31.5)
        .put("stage", "placed");
  }

  private static HttpResponse<String> predict(ObjectNode order) {
    return server.post("/api/v1/predict", server.token(Role.OPERATOR), order.toString());
  }

  private static int status(String token, String body) {
    return server.post("/api/v1/predict", token, body).statusCode();
  }

  private static String badField(ObjectNode order) {
    HttpResponse<String> refused = predict(order);
    assertThat(refused.statusCode()).as(order.toString()).isEqualTo(400);
    return json(refused).path("parameter").asString();
  }
}
