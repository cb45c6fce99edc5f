package io.flavortrend.webapi.features;

import static io.flavortrend.webapi.testing.TestServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.flavortrend.access.Role;
import io.flavortrend.features.catalogue.FeatureCatalogue;
import io.flavortrend.features.catalogue.FeatureEntity;
import io.flavortrend.webapi.testing.TestDatabase;
import io.flavortrend.webapi.testing.TestServer;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class FeaturesTest {
  private static final TestServer SERVER = TestServer.shared();
  private static final TestDatabase DATABASE = TestDatabase.shared();
  private static final long RESTAURANT =
      Long.parseLong(DATABASE.value("select min(id) from public.restaurants where city_id = 1"));
  private static final long COURIER =
      Long.parseLong(DATABASE.value("select min(id) from public.couriers where city_id = 2"));
  private static final long ORDER = 7_000_001;

  @BeforeEach
  void features() {
    DATABASE.execute(
        """
        truncate analytics.restaurant_features, analytics.courier_features,
          analytics.city_features;
        insert into analytics.restaurant_features (restaurant_id, city_id, event_time,
          prep_minutes_mean_1h, open_orders, cancel_rate_1h, version)
        values (%1$d, 1, now() - interval '10 minutes', 12.5, 3, 'NaN', 42),
               (%1$d + 1, 1, now() - interval '50 minutes', 10, 0, 0, 7);
        insert into analytics.courier_features (courier_id, city_id, event_time, load, version)
        values (%2$d, 2, now() - interval '1 minute', 1, 5), (900001, null, now(), 0, 1);
        insert into analytics.city_features (city_id, event_time, pressure, version)
        values (1, now() - interval '10 minutes', 25, 9);
        """
            .formatted(RESTAURANT, COURIER));
  }

  @AfterEach
  void noOrders() {
    DATABASE.execute("delete from public.orders where id = " + ORDER);
  }

  @Test
  void tellsEveryDeclaredFeatureAndNullWhereItIsUnknown() {
    JsonNode found = get("restaurant/" + RESTAURANT);

    assertThat(found.path("features"))
        .extracting(feature -> feature.path("name").asString())
        .containsExactlyElementsOf(FeatureCatalogue.names(FeatureEntity.RESTAURANT));
    assertThat(found.path("features").get(0).toString())
        .isEqualTo(
            "{\"name\":\"prep_minutes_mean_1h\",\"type\":\"number\",\"unit\":\"minutes\","
                + "\"value\":12.5}");
    assertThat(value(found, "prep_minutes_p90_1h").isNull()).isTrue();
    assertThat(value(found, "cancel_rate_1h").isNull()).isTrue();
    assertThat(found.path("version").asLong()).isEqualTo(42);
    assertThat(found.path("city_id").asInt()).isEqualTo(1);
    assertThat(found.path("age_ms").asLong()).isBetween(600_000L, 660_000L);
    assertThat(found.path("event_time").asString()).endsWith("Z");
  }

  @Test
  void isFreshThoughOldWhileNothingHappens() {
    assertThat(get("restaurant/" + RESTAURANT).path("freshness").toString())
        .isEqualTo("{\"target_ms\":200,\"behind_ms\":0,\"kept\":true}");
  }

  @Test
  void isLateWhereAnOrderIsNotToldYet() {
    placed("now() - interval '5 minutes'");

    for (String entity : new String[] {"restaurant/" + RESTAURANT, "city/1"}) {
      JsonNode freshness = get(entity).path("freshness");
      assertThat(freshness.path("kept").asBoolean()).isFalse();
      assertThat(freshness.path("behind_ms").asLong()).isBetween(300_000L, 360_000L);
    }
    assertThat(get("restaurant/" + (RESTAURANT + 1)).path("freshness").path("kept").asBoolean())
        .isTrue();
  }

  @Test
  void isLateWhereACourierHasBecomeIdleSince() {
    DATABASE.execute(
        "update public.couriers set updated_at = now() - interval '30 seconds' where id = "
            + COURIER);

    assertThat(get("courier/" + COURIER).path("freshness").path("behind_ms").asLong())
        .isBetween(30_000L, 60_000L);

    DATABASE.execute("update public.couriers set status = 'busy' where id = %d".formatted(COURIER));
    assertThat(get("courier/" + COURIER).path("freshness").path("behind_ms").asLong()).isZero();
    DATABASE.execute(
        "update public.couriers set status = 'idle', updated_at = '2026-01-01Z' where id = "
            + COURIER);
  }

  @Test
  void namesTheKindsOfEntities() {
    JsonNode problem = json(SERVER.get("/api/v1/features/dish/1", SERVER.token(Role.VIEWER)));

    assertThat(problem.path("status").asInt()).isEqualTo(400);
    assertThat(problem.path("parameter").asString()).isEqualTo("entity");
    assertThat(problem.path("allowed").asString()).isEqualTo("one of restaurant, courier, city");
    assertThat(status("restaurant/seven", SERVER.token(Role.VIEWER))).isEqualTo(400);
    assertThat(status("restaurant/987654321", SERVER.token(Role.VIEWER))).isEqualTo(404);
  }

  @Test
  void isNarrowedByAccount() {
    assertThat(status("restaurant/" + RESTAURANT, SERVER.token(Role.VIEWER, 1))).isEqualTo(200);
    assertThat(status("restaurant/" + RESTAURANT, SERVER.token(Role.VIEWER, 2))).isEqualTo(403);
    assertThat(status("city/1", SERVER.token(Role.VIEWER, 2))).isEqualTo(403);
    assertThat(status("courier/900001", SERVER.token(Role.VIEWER, 1))).isEqualTo(403);
    assertThat(status("courier/900001", SERVER.token(Role.VIEWER))).isEqualTo(200);
  }

  @Test
  void saysThatTheStoreIsDown() {
    try (TestServer server = TestServer.start(Map.of("FLAVOR_POSTGRES_PORT", "1"))) {
      for (String path : new String[] {"features/city/1", "restaurants/live", "couriers/live"}) {
        HttpResponse<String> answer = server.get("/api/v1/" + path, server.token(Role.VIEWER));
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(json(answer).path("part").asString()).isEqualTo("postgres");
      }
    }
  }

  @Test
  void thePipelineTellsEachGroup() {
    JsonNode all = groups();

    assertThat(all)
        .extracting(group -> group.path("entity").asString())
        .containsExactly("restaurant", "courier", "city");
    JsonNode restaurants = all.get(0);
    assertThat(restaurants.path("entities").asLong()).isEqualTo(2);
    assertThat(restaurants.path("newest_age_ms").asLong()).isBetween(600_000L, 660_000L);
    assertThat(restaurants.path("p50_age_ms").asLong()).isBetween(600_000L, 660_000L);
    assertThat(restaurants.path("p99_age_ms").asLong()).isBetween(3_000_000L, 3_060_000L);
    assertThat(restaurants.path("freshness").toString())
        .isEqualTo("{\"target_ms\":200,\"behind_ms\":0,\"kept\":true}");
  }

  @Test
  void aGroupIsLateByItsEarliestEventThatIsNotTold() {
    placed("now() - interval '5 minutes'");
    DATABASE.execute("truncate analytics.city_features");

    JsonNode all = groups();

    assertThat(all.get(0).path("freshness").path("kept").asBoolean()).isFalse();
    assertThat(all.get(1).path("freshness").path("kept").asBoolean()).isTrue();
    JsonNode cities = all.get(2);
    assertThat(cities.path("newest_age_ms").isNull()).isTrue();
    assertThat(cities.path("freshness").path("behind_ms").asLong()).isBetween(300_000L, 360_000L);
  }

  /** Without the second for which the pipeline's answer is kept. */
  private static JsonNode groups() {
    try (TestServer server = TestServer.start(Map.of())) {
      JsonNode pipeline = json(server.get("/api/v1/pipeline", server.token(Role.VIEWER)));
      assertThat(pipeline.path("unavailable").toString()).doesNotContain("\"features\"");
      return pipeline.path("features");
    }
  }

  private static void placed(String at) {
    DATABASE.execute(
        """
        insert into public.orders (id, customer_id, restaurant_id, city_id, status, placed_at,
          total_amount, currency, updated_at)
        select %d, (select min(id) from public.customers), %d, 1, 'placed', %s, 10, 'TND', %s
        """
            .formatted(ORDER, RESTAURANT, at, at));
  }

  private static JsonNode get(String path) {
    return json(SERVER.get("/api/v1/features/" + path, SERVER.token(Role.VIEWER)));
  }

  private static int status(String path, String token) {
    return SERVER.get("/api/v1/features/" + path, token).statusCode();
  }

  private static JsonNode value(JsonNode found, String name) {
    return StreamSupport.stream(found.path("features").spliterator(), false)
        .filter(feature -> feature.path("name").asString().equals(name))
        .findFirst()
        .orElseThrow()
        .path("value");
  }
}
