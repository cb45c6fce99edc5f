package io.flavortrend.webapi.modelhealth;

import static io.flavortrend.webapi.testing.TestServer.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.flavortrend.access.Role;
import io.flavortrend.inference.testing.TestPackage;
import io.flavortrend.webapi.testing.TestDatabase;
import io.flavortrend.webapi.testing.TestModels;
import io.flavortrend.webapi.testing.TestServer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ModelHealthTest {
  private static final String PERIOD = "?from=2026-11-22T10:00:00Z&to=2026-11-22T11:00:00Z";
  private static final String METRICS =
      """
      {"test":{"mae":4,"coverage":0.8,"by_stage":{"placed":{"mae":4,"coverage":0.8},
       "assigned":{"mae":3,"coverage":0.8}}},
       "fingerprint":{"distance_km":{"edges":[1,2,3],"shares":[0.25,0.25,0.25,0.25],"missing":0},
         "item_count":{"edges":[2],"shares":[0.5,0.5],"missing":0},
         "stage":{"edges":[0,1,2],"shares":[0.4,0.3,0.3],"missing":0},
         "hour":{"edges":[12],"shares":[0.5,0.5],"missing":0}}}""";

  @TempDir private static Path folder;
  private static TestServer server;

  @BeforeAll
  static void rows() {
    TestDatabase.shared()
        .execute(
            """
            truncate analytics.model_performance, analytics.training_examples,
              analytics.eta_predictions;
            insert into analytics.model_performance (window_start, city_id, stage, model_version,
              role, count, mae_minutes, bias_minutes, coverage, baseline_mae_minutes, event_time,
              version)
            values ('2026-11-22 10:00Z', 1, 'placed', 'm-1', 'champion', 300, 4, 1, 0.8, 8,
                    '2026-11-22 10:05Z', 1),
                   ('2026-11-22 10:05Z', 2, 'placed', 'm-1', 'champion', 100, 8, -1, 0.6, 8,
                    '2026-11-22 10:10Z', 1),
                   ('2026-11-22 10:05Z', 2, 'assigned', 'm-1', 'champion', 99, 9, 0, 0.1, 8,
                    '2026-11-22 10:10Z', 1),
                   ('2026-11-22 10:05Z', 2, 'placed', 'm-2', 'challenger', 100, 3, 0, 0.8, 8,
                    '2026-11-22 10:10Z', 1);
            insert into analytics.training_examples (order_id, stage, city_id, restaurant_id,
              event_time, delivered_at, actual_minutes, baseline_minutes, eta_minutes,
              eta_p10_minutes, eta_p90_minutes, model_version, features, feature_age_ms, degraded,
              version)
            values (1, 'placed', 1, 1, '2026-11-22 10:10Z', '2026-11-22 10:40Z', 30, 20, 26, 20,
                    29, 'm-1', '{"hour":11.2,"weather_condition":2}', '{}', false, 1),
                   (2, 'placed', 1, 1, '2026-11-22 10:20Z', '2026-11-22 10:50Z', 30, 20, 32, 20,
                    40, 'm-1', '{"hour":11.9,"weather_condition":0}', '{}', false, 1),
                   (3, 'placed', 2, 1, '2026-11-22 10:20Z', '2026-11-22 10:50Z', 30, 20, 32, 20,
                    40, 'm-1', '{"hour":9.5,"weather_condition":null}', '{}', false, 1);
            -- For half an hour orders come from farther away than any that the model has seen.
            insert into analytics.eta_predictions (order_id, stage, city_id, restaurant_id,
              eta_minutes, eta_p10_minutes, eta_p90_minutes, predicted_delivery_at,
              baseline_minutes, model_version, features, feature_age_ms, feature_versions,
              event_time, degraded, capped, reasons, trace, version)
            select n, 'placed', 1, 1, 30, 25, 40, now(), 20, 'm-1',
                   jsonb_build_object('stage', n % 10 / 4, 'hour', 20, 'item_count', 2 + n % 2,
                     'distance_km', case when n < 2000 then 9 else 0.5 + n % 4 end),
                   '{}', '{}', now() - interval '1 minute' - n * interval '0.9 second', false, false,
                   '{}', '{}', 256
            from generate_series(1, 4000) n;
            """);
    TestModels.champion("m-1", TestPackage.of("m-1"), folder, METRICS);
    server = TestServer.start(Map.of("FLAVOR_MODELS_DIR", folder.toString()));
  }

  @AfterAll
  static void stop() {
    server.close();
    TestModels.none();
    TestDatabase.shared().execute("truncate analytics.eta_predictions");
  }

  @Test
  void weighsWindowsByTheirOutcomes() {
    JsonNode health = get(PERIOD);

    assertThat(health.path("champion").asString()).isEqualTo("m-1");
    JsonNode total = health.path("total");
    assertThat(total.path("count").asLong()).isEqualTo(499);
    assertThat(total.path("mae_minutes").asDouble())
        .isCloseTo((300 * 4 + 100 * 8 + 99 * 9) / 499.0, within(1e-9));
    assertThat(keys(health, "by_window"))
        .containsExactly("2026-11-22T10:00:00Z", "2026-11-22T10:05:00Z");
    assertThat(keys(health, "by_city")).containsExactly("1", "2");
    assertThat(keys(health, "by_stage")).containsExactly("assigned", "placed");
    assertThat(keys(health, "by_version")).containsExactly("m-1", "m-2");
    assertThat(health.path("by_version").get(1).path("mae_minutes").asDouble()).isEqualTo(3);
    assertThat(health.path("by_stage").get(1).path("bias_minutes").asDouble()).isEqualTo(0.5);
  }

  @Test
  void tellsItByHourAndWeather() {
    JsonNode health = get(PERIOD);

    assertThat(keys(health, "by_hour")).containsExactly("09", "11");
    JsonNode eleven = health.path("by_hour").get(1);
    assertThat(eleven.path("count").asLong()).isEqualTo(2);
    assertThat(eleven.path("mae_minutes").asDouble()).isEqualTo(3);
    assertThat(eleven.path("bias_minutes").asDouble()).isEqualTo(-1);
    assertThat(eleven.path("coverage").asDouble()).isEqualTo(0.5);
    assertThat(eleven.path("baseline_mae_minutes").asDouble()).isEqualTo(10);
    assertThat(keys(health, "by_weather")).containsExactly("clear", "rain");
  }

  @Test
  void comparesWithWhatTrainingShowed() {
    JsonNode placed = get(PERIOD).path("expectations").get(0);
    JsonNode assigned = get(PERIOD).path("expectations").get(1);
    JsonNode pickedUp = get(PERIOD).path("expectations").get(2);

    assertThat(placed.path("stage").asString()).isEqualTo("placed");
    assertThat(placed.path("mae_minutes").asDouble()).isEqualTo(5);
    assertThat(placed.path("expected_mae_minutes").asDouble()).isEqualTo(4);
    assertThat(placed.path("mae_status").asString()).isEqualTo("warning");
    assertThat(placed.path("coverage_status").asString()).isEqualTo("warning");
    assertThat(assigned.path("expected_coverage").asDouble()).isEqualTo(0.8);
    assertThat(assigned.path("mae_status").isNull()).isTrue();
    assertThat(pickedUp.path("count").asLong()).isZero();
    assertThat(pickedUp.path("mae_minutes").isNull()).isTrue();
  }

  @Test
  void tellsWhatHasMovedAndSinceWhen() {
    JsonNode health = get(PERIOD);

    JsonNode distance = drift(health, "distance_km");
    Instant since = Instant.parse(distance.path("since").asString());
    assertThat(health.path("status").asString()).isEqualTo("alarm");
    assertThat(distance.path("status").asString()).isEqualTo("alarm");
    assertThat(distance.path("psi").asDouble()).isGreaterThan(0.25);
    assertThat(distance.path("ks").asDouble()).isGreaterThan(0.5);
    assertThat(since)
        .isBetween(
            Instant.now().minus(Duration.ofMinutes(45)),
            Instant.now().minus(Duration.ofMinutes(25)));
    assertThat(drift(health, "item_count").path("status").asString()).isEqualTo("ok");
    assertThat(drift(health, "item_count").path("since").isNull()).isTrue();
    assertThat(drift(health, "stage").path("status").asString()).isEqualTo("ok");
    assertThat(drift(health, "hour").path("status").isNull()).isTrue();
    assertThat(health.path("drift").path("vectors").asLong()).isGreaterThan(3_000);
  }

  @Test
  void isNarrowedByCityAndAccount() {
    assertThat(keys(get(PERIOD + "&city=1"), "by_city")).containsExactly("1");
    String limited = server.token(Role.VIEWER, 2);
    JsonNode health = json(server.get("/api/v1/model/health" + PERIOD, limited));

    assertThat(keys(health, "by_city")).containsExactly("2");
    assertThat(keys(health, "by_hour")).containsExactly("09");
    assertThat(server.get("/api/v1/model/health?city=1", limited).statusCode()).isEqualTo(403);
  }

  @Test
  void isUnknownWithoutOutcomesAndChampion() {
    JsonNode quiet = get("?from=2026-11-21T10:00:00Z&to=2026-11-21T11:00:00Z");

    assertThat(quiet.path("total").isNull()).isTrue();
    assertThat(quiet.path("by_window")).isEmpty();
  }

  @Test
  void namesParameterAndAllowedValues() {
    assertThat(get("?minutes=0").path("parameter").asString()).isEqualTo("minutes");
    assertThat(get("?from=yesterday").path("parameter").asString()).isEqualTo("from");
    assertThat(get("?city=987").path("status").asInt()).isEqualTo(404);
  }

  @Test
  void saysThatTheStoreIsDown() {
    try (TestServer down = TestServer.start(Map.of("FLAVOR_POSTGRES_PORT", "1"))) {
      assertThat(down.get("/api/v1/model/health", down.token(Role.VIEWER)).statusCode())
          .isEqualTo(503);
    }
  }

  private static JsonNode get(String query) {
    return json(server.get("/api/v1/model/health" + query, server.token(Role.VIEWER)));
  }

  private static List<String> keys(JsonNode health, String group) {
    return health.path(group).valueStream().map(found -> found.path("key").asString()).toList();
  }

  private static JsonNode drift(JsonNode health, String name) {
    return StreamSupport.stream(health.path("drift").path("features").spliterator(), false)
        .filter(found -> found.path("name").asString().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
