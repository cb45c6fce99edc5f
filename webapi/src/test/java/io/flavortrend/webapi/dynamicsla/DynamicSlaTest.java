package io.flavortrend.webapi.dynamicsla;

import static io.flavortrend.webapi.testing.TestServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.flavortrend.access.Role;
import io.flavortrend.webapi.testing.TestDatabase;
import io.flavortrend.webapi.testing.TestServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DynamicSlaTest {
  private static final TestServer SERVER = TestServer.shared();
  private static final String PERIOD = "?from=2026-11-22T10:00:00Z&to=2026-11-22T12:00:00Z";

  @BeforeAll
  static void rows() {
    // Promised at 11:00, all in city 1 but the last. Order 1 and 2: warned 20 and 4 minutes ahead,
    // and late. 3: warned, taken back, in time. 4: warned, still under way. 5: late, never warned.
    // 6: in time, later than predicted. 7, of city 2: cancelled after a warning.
    TestDatabase.shared()
        .execute(
            """
            truncate public.orders cascade;
            insert into public.orders (id, customer_id, restaurant_id, city_id, status, placed_at,
              promised_at, delivered_at, cancelled_at, total_amount, currency, updated_at)
            select o.id, (select min(id) from public.customers where city_id = city),
                   (select min(id) from public.restaurants where city_id = city), city,
                   case when late is not null then 'delivered' when o.id = 7 then 'cancelled'
                        else 'picked_up' end,
                   timestamptz '2026-11-22 10:20Z', timestamptz '2026-11-22 11:00Z',
                   timestamptz '2026-11-22 11:00Z' + late * interval '1 minute',
                   case when o.id = 7 then timestamptz '2026-11-22 10:50Z' end, 10, 'TND', now()
            from (values (1, 1, 9.0), (2, 1, 3), (3, 1, -5), (4, 1, null), (5, 1, 6),
                         (6, 1, -1), (7, 2, null)) o (id, city, late);
            truncate analytics.dynamic_sla_violations;
            insert into analytics.dynamic_sla_violations (order_id, kind, city_id, restaurant_id,
              stage, model_version, predicted_delivery_at, predicted_p10_at, predicted_p90_at,
              promised_at, tolerance_minutes, due_at, raised_at, lead_minutes,
              expected_overrun_minutes, state, actual_at, overrun_minutes, detected_at, event_time,
              version)
            select v.id, kind, case when v.id = 7 then 2 else 1 end,
                   (select min(id) from public.restaurants
                    where city_id = case when v.id = 7 then 2 else 1 end),
                   'placed', 'm-1', timestamptz '2026-11-22 11:06Z',
                   timestamptz '2026-11-22 11:00Z', timestamptz '2026-11-22 11:15Z',
                   timestamptz '2026-11-22 11:00Z', 0, timestamptz '2026-11-22 11:00Z',
                   timestamptz '2026-11-22 11:00Z' - lead * interval '1 minute', lead,
                   case when kind = 'early_warning' then 6 end, state,
                   timestamptz '2026-11-22 11:00Z' + over * interval '1 minute', over,
                   timestamptz '2026-11-22 11:00Z', timestamptz '2026-11-22 11:00Z', 4
            from (values (1, 'early_warning', 20, 'closed', 9.0),
                         (1, 'violation', 0, 'closed', 3),
                         (2, 'early_warning', 4, 'closed', 3),
                         (3, 'early_warning', 30, 'withdrawn', null),
                         (4, 'early_warning', 25, 'open', null),
                         (6, 'violation', 0, 'closed', 4),
                         (7, 'early_warning', 35, 'withdrawn', null))
                 v (id, kind, lead, state, over);
            """);
  }

  @Test
  void pagesThroughAllWithoutHoleOrRepetition() {
    List<String> seen = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = get("violations?limit=3" + cursor);
      page.path("items")
          .forEach(item -> seen.add(item.path("order_id").asLong() + item.path("kind").asString()));
      JsonNode next = page.path("next_cursor");
      cursor = next.isNull() ? null : "&cursor=" + next.asString();
    } while (cursor != null);

    assertThat(seen)
        .containsExactly(
            "6violation",
            "1violation",
            "2early_warning",
            "1early_warning",
            "4early_warning",
            "3early_warning",
            "7early_warning");
  }

  @Test
  void tellsWhatWasPredictedAndWhatCameOfIt() {
    JsonNode violation = get("violations?kind=violation").path("items").get(1);
    JsonNode open = get("violations?state=open").path("items").get(0);

    assertThat(violation.path("order_id").asLong()).isEqualTo(1);
    assertThat(violation.path("predicted_p90_at").asString()).isEqualTo("2026-11-22T11:15:00Z");
    assertThat(violation.path("overrun_minutes").asDouble()).isEqualTo(3);
    assertThat(violation.path("expected_overrun_minutes").isNull()).isTrue();
    assertThat(violation.path("restaurant_name").asString()).isNotEmpty();
    assertThat(open.path("order_id").asLong()).isEqualTo(4);
    assertThat(open.path("lead_minutes").asDouble()).isEqualTo(25);
    assertThat(open.path("actual_at").isNull()).isTrue();
  }

  @Test
  void sumsUpWarningsAndWhatBecameOfThem() {
    JsonNode summary = get("summary" + PERIOD);
    JsonNode total = summary.path("total");

    assertThat(total.path("warnings").toString())
        .isEqualTo("{\"open\":1,\"closed\":2,\"withdrawn\":2}");
    assertThat(total.path("violations").toString())
        .isEqualTo("{\"open\":0,\"closed\":2,\"withdrawn\":0}");
    assertThat(total.path("broken_promises").asLong()).isEqualTo(3);
    assertThat(total.path("warned_share").asDouble()).isEqualTo(2.0 / 3);
    assertThat(total.path("warned_ahead_share").asDouble()).isEqualTo(1.0 / 3);
    assertThat(total.path("mean_lead_minutes").asDouble()).isEqualTo(12);
    assertThat(total.path("warning_precision").asDouble()).isEqualTo(2.0 / 3);
    assertThat(summary.path("ahead_minutes").asInt()).isEqualTo(10);
  }

  @Test
  void sumsUpCityByCity() {
    JsonNode items = get("summary" + PERIOD).path("items");
    JsonNode second = items.get(1).path("figures");

    assertThat(items).hasSize(2);
    assertThat(items.get(0).path("city_name").asString()).isNotEmpty();
    assertThat(second.path("warnings").path("withdrawn").asInt()).isEqualTo(1);
    assertThat(second.path("warned_share").isNull()).isTrue();
    assertThat(second.path("warning_precision").isNull()).isTrue();
    assertThat(get("summary" + PERIOD + "&city=2").path("items")).hasSize(1);
    assertThat(get("summary?minutes=5").path("items")).isEmpty();
  }

  @Test
  void isNarrowedByAccount() {
    String limited = SERVER.token(Role.VIEWER, 2);

    assertThat(json(SERVER.get("/api/v1/dynamic-sla/violations", limited)).path("items"))
        .hasSize(1)
        .allMatch(item -> item.path("city_id").asInt() == 2);
    assertThat(json(SERVER.get("/api/v1/dynamic-sla/summary" + PERIOD, limited)).path("items"))
        .hasSize(1);
    assertThat(SERVER.get("/api/v1/dynamic-sla/summary?city=1", limited).statusCode())
        .isEqualTo(403);
  }

  @Test
  void namesParameterAndAllowedValues() {
    for (String parameter :
        List.of("kind=late", "state=broken", "limit=0", "cursor=nonsense", "city=north")) {
      JsonNode problem = get("violations?" + parameter);
      assertThat(problem.path("status").asInt()).isEqualTo(400);
      assertThat(problem.path("parameter").asString())
          .isEqualTo(parameter.substring(0, parameter.indexOf('=')));
    }
    assertThat(get("summary?minutes=0").path("parameter").asString()).isEqualTo("minutes");
  }

  @Test
  void saysThatTheStoreIsDown() {
    try (TestServer server = TestServer.start(Map.of("FLAVOR_POSTGRES_PORT", "1"))) {
      for (String path : List.of("violations", "summary")) {
        assertThat(
                server.get("/api/v1/dynamic-sla/" + path, server.token(Role.VIEWER)).statusCode())
            .isEqualTo(503);
      }
    }
  }

  private static JsonNode get(String path) {
    return json(SERVER.get("/api/v1/dynamic-sla/" + path, SERVER.token(Role.VIEWER)));
  }
}
