package io.flavortrend.webapi.sla;

import static io.flavortrend.webapi.testing.TestServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.flavortrend.access.Role;
import io.flavortrend.webapi.testing.TestDatabase;
import io.flavortrend.webapi.testing.TestServer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SlaViolationsTest {
  private static final TestServer SERVER = TestServer.shared();

  @BeforeAll
  static void violations() {
    // Orders in pairs are due at the same instant, and each breaks two limits.
    TestDatabase.shared()
        .execute(
            """
            truncate analytics.sla_violations;
            insert into analytics.sla_violations (order_id, limit_name, city_id, restaurant_id,
              courier_id, limit_minutes, started_at, due_at, state, actual_at, overrun_minutes,
              historical, event_time, detected_at, version)
            select n, l, 1 + n % 2,
                   (select min(id) from public.restaurants where city_id = 1 + n % 2), null, 60,
                   timestamptz '2026-11-22 10:00Z',
                   timestamptz '2026-11-22 11:00Z' + (n / 2) * interval '1 minute',
                   case when n = 5 then 'open' else 'closed' end,
                   case when n = 5 then null else timestamptz '2026-11-22 13:00Z' end,
                   case when n = 5 then null else 3.5 end, false,
                   timestamptz '2026-11-22 11:00Z', timestamptz '2026-11-22 11:00Z', 1
            from generate_series(1, 6) n, unnest(array['deliver', 'prepare']) l;
            """);
  }

  @Test
  void pagesThroughAllWithoutHoleOrRepetition() {
    List<String> seen = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page =
          json(SERVER.get("/api/v1/sla/violations?limit=5" + cursor, SERVER.token(Role.VIEWER)));
      page.path("items")
          .forEach(
              item ->
                  seen.add(item.path("order_id").asLong() + item.path("limit_name").asString()));
      JsonNode next = page.path("next_cursor");
      cursor = next.isNull() ? null : "&cursor=" + next.asString();
    } while (cursor != null);

    assertThat(seen).hasSize(12).doesNotHaveDuplicates();
    assertThat(seen.get(0)).isEqualTo("6prepare");
  }

  @Test
  void filtersByCityAndState() {
    JsonNode open =
        json(SERVER.get("/api/v1/sla/violations?state=open", SERVER.token(Role.VIEWER)));
    JsonNode ofCity = json(SERVER.get("/api/v1/sla/violations?city=1", SERVER.token(Role.VIEWER)));
    JsonNode limited = json(SERVER.get("/api/v1/sla/violations", SERVER.token(Role.VIEWER, 2)));

    assertThat(open.path("items")).hasSize(2);
    JsonNode first = open.path("items").get(0);
    assertThat(first.path("restaurant_name").asString()).isNotEmpty();
    assertThat(first.path("actual_at").isNull()).isTrue();
    assertThat(first.path("due_at").asString()).isEqualTo("2026-11-22T11:02:00Z");
    assertThat(ofCity.path("items")).hasSize(6);
    assertThat(limited.path("items"))
        .hasSize(6)
        .allMatch(item -> item.path("city_id").asInt() == 2);
  }

  @Test
  void namesParameterAndAllowedValues() {
    for (String parameter : List.of("state=broken", "limit=0", "cursor=nonsense")) {
      JsonNode problem =
          json(SERVER.get("/api/v1/sla/violations?" + parameter, SERVER.token(Role.VIEWER)));
      assertThat(problem.path("status").asInt()).isEqualTo(400);
      assertThat(problem.path("parameter").asString())
          .isEqualTo(parameter.substring(0, parameter.indexOf('=')));
    }
  }
}
