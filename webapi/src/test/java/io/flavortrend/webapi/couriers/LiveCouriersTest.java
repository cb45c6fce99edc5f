package io.flavortrend.webapi.couriers;

import static io.flavortrend.webapi.testing.TestServer.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.flavortrend.access.Role;
import io.flavortrend.webapi.testing.TestDatabase;
import io.flavortrend.webapi.testing.TestServer;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class LiveCouriersTest {
  private static final TestServer SERVER = TestServer.shared();

  @BeforeEach
  void features() {
    // Two of city 1, of whom one idles, one of city 2, and one whose row and city are not known.
    TestDatabase.shared()
        .execute(
            """
            truncate analytics.courier_features;
            insert into analytics.courier_features (courier_id, city_id, event_time,
              deliveries_today, speed_kmh_last_n, load, idle_since, on_time_rate, vehicle, version)
            select (select min(id) from public.couriers where city_id = v.city) + v.nth, v.city,
                   now() - interval '1 minute', v.deliveries, v.speed, v.load, v.idle, v.on_time,
                   1, 3
            from (values
              (1, 0, 9.0::float8, 21.0::float8, 3.0::float8, null::float8, 0.9::float8),
              (1, 1, 14, 18, 0, extract(epoch from now() - interval '12 minutes'), 0.95),
              (2, 0, null, null, 1, null, 0.5)
            ) v (city, nth, deliveries, speed, load, idle, on_time);
            insert into analytics.courier_features (courier_id, event_time, version)
            values (900001, now(), 1);
            """);
  }

  @Test
  void tellsFeaturesNamesAndStatus() {
    JsonNode items = get("").path("items");

    JsonNode first = items.get(0);
    assertThat(first.path("name").asString()).isNotEmpty();
    assertThat(first.path("city_name").asString()).isEqualTo("Tunis");
    assertThat(first.path("vehicle").asString()).isIn("bicycle", "scooter", "car");
    assertThat(first.path("deliveries_today").asLong()).isEqualTo(9);
    assertThat(first.path("speed_kmh").asDouble()).isEqualTo(21);
    assertThat(first.path("load").asLong()).isEqualTo(3);
    assertThat(first.path("on_time_rate").asDouble()).isEqualTo(0.9);
    assertThat(first.path("idle_minutes").isNull()).isTrue();
    assertThat(first.path("age_ms").asLong()).isBetween(60_000L, 120_000L);
    assertThat(items.get(2).path("idle_minutes").asDouble()).isEqualTo(12, within(0.9));
    assertThat(items.get(3).path("load").isNull()).isTrue();
  }

  @Test
  void sortsAndCuts() {
    assertThat(statuses("")).containsExactly("overloaded", "delivering", "idle", "off_shift");
    assertThat(statuses("?sort=deliveries")).startsWith("idle", "overloaded");
    assertThat(statuses("?sort=speed")).startsWith("idle", "overloaded");
    assertThat(statuses("?sort=on_time")).startsWith("delivering", "overloaded", "idle");
    assertThat(statuses("?sort=idle&limit=1")).containsExactly("idle");
  }

  @Test
  void isNarrowedByCityAndAccount() {
    assertThat(statuses("?city=1")).containsExactly("overloaded", "idle");
    JsonNode limited = json(SERVER.get("/api/v1/couriers/live", SERVER.token(Role.VIEWER, 2)));
    assertThat(limited.path("items")).hasSize(1);
    assertThat(limited.path("items").get(0).path("city_id").asInt()).isEqualTo(2);
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
    return json(SERVER.get("/api/v1/couriers/live" + query, SERVER.token(Role.VIEWER)));
  }

  private static List<String> statuses(String query) {
    return StreamSupport.stream(get(query).path("items").spliterator(), false)
        .map(item -> item.path("status").asString())
        .toList();
  }
}
