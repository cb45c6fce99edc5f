package io.flavortrend.webapi.restaurants;

import static io.flavortrend.webapi.testing.TestServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.flavortrend.access.Role;
import io.flavortrend.webapi.testing.TestDatabase;
import io.flavortrend.webapi.testing.TestServer;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class LiveRestaurantsTest {
  private static final TestServer SERVER = TestServer.shared();

  @BeforeEach
  void features() {
    // Two of city 1, one of city 2, and one whose row and city are not known.
    TestDatabase.shared()
        .execute(
            """
            truncate analytics.restaurant_features;
            insert into analytics.restaurant_features (restaurant_id, city_id, event_time,
              prep_minutes_mean_1h, prep_minutes_decayed, open_orders, orders_per_minute_1h,
              cancel_rate_1h, paused, version)
            select (select min(id) from public.restaurants where city_id = v.city) + v.nth, v.city,
                   now() - interval '1 minute', v.prep, v.usual, v.open, v.rate, 0.1, v.paused, 3
            from (values
              (1, 0, 20.0::float8, 12.0::float8, 6.0::float8, 0.2::float8, 0.0::float8),
              (1, 1, 10, 12, 1, 0.35, 0),
              (2, 0, null, null, 6, 0, 1)
            ) v (city, nth, prep, usual, open, rate, paused);
            insert into analytics.restaurant_features (restaurant_id, event_time, version)
            values (900001, now(), 1);
            """);
  }

  @Test
  void tellsFeaturesNamesAndStatus() {
    JsonNode answer = get("");

    JsonNode first = answer.path("items").get(0);
    assertThat(first.path("name").asString()).isNotEmpty();
    assertThat(first.path("city_name").asString()).isEqualTo("Tunis");
    assertThat(first.path("status").asString()).isEqualTo("overloaded");
    assertThat(first.path("open_orders").asLong()).isEqualTo(6);
    assertThat(first.path("prep_minutes").asDouble()).isEqualTo(20);
    assertThat(first.path("usual_prep_minutes").asDouble()).isEqualTo(12);
    assertThat(first.path("orders_last_hour").asLong()).isEqualTo(12);
    assertThat(first.path("age_ms").asLong()).isBetween(60_000L, 120_000L);
    assertThat(answer.path("as_of").asString()).endsWith("Z");
    JsonNode unknown = answer.path("items").get(3);
    assertThat(unknown.path("name").isNull()).isTrue();
    assertThat(unknown.path("open_orders").isNull()).isTrue();
    assertThat(unknown.path("status").asString()).isEqualTo("unknown");
  }

  @Test
  void sortsAndCuts() {
    assertThat(statuses("")).containsExactly("overloaded", "paused", "normal", "unknown");
    assertThat(statuses("?sort=prep")).startsWith("overloaded", "normal");
    assertThat(statuses("?sort=orders")).startsWith("normal", "overloaded", "paused");
    assertThat(statuses("?sort=load&limit=2")).containsExactly("overloaded", "paused");
  }

  @Test
  void isNarrowedByCityAndAccount() {
    assertThat(statuses("?city=1")).containsExactly("overloaded", "normal");
    JsonNode limited = json(SERVER.get("/api/v1/restaurants/live", SERVER.token(Role.VIEWER, 2)));
    assertThat(limited.path("items")).hasSize(1);
    assertThat(
            SERVER
                .get("/api/v1/restaurants/live?city=1", SERVER.token(Role.VIEWER, 2))
                .statusCode())
        .isEqualTo(403);
  }

  @Test
  void namesParameterAndAllowedValues() {
    for (String parameter : List.of("sort=name", "limit=0", "limit=201", "city=Tunis")) {
      JsonNode problem = get("?" + parameter);
      assertThat(problem.path("status").asInt()).isEqualTo(400);
      assertThat(problem.path("parameter").asString())
          .isEqualTo(parameter.substring(0, parameter.indexOf('=')));
      assertThat(problem.path("allowed").asString()).isNotEmpty();
    }
  }

  private static JsonNode get(String query) {
    return json(SERVER.get("/api/v1/restaurants/live" + query, SERVER.token(Role.VIEWER)));
  }

  private static List<String> statuses(String query) {
    return StreamSupport.stream(get(query).path("items").spliterator(), false)
        .map(item -> item.path("status").asString())
        .toList();
  }
}
