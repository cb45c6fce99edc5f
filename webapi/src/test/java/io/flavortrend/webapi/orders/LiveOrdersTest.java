package io.flavortrend.webapi.orders;

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

class LiveOrdersTest {
  private static final TestServer SERVER = TestServer.shared();

  @BeforeAll
  static void orders() {
    TestDatabase.shared()
        .execute(
            """
            truncate public.orders cascade;
            insert into public.orders (id, customer_id, restaurant_id, city_id, status, placed_at,
                                       total_amount, currency, updated_at)
            select n, (select min(id) from public.customers where city_id = 1 + n % 2),
                   (select min(id) from public.restaurants where city_id = 1 + n % 2), 1 + n % 2,
                   case when n = 7 then 'accepted' else 'placed' end,
                   timestamptz '2026-11-22 10:00Z' + (n / 2) * interval '1 minute', 12.345, 'TND',
                   now()
            from generate_series(1, 11) n;
            truncate analytics.eta_predictions;
            insert into analytics.eta_predictions (order_id, stage, city_id, restaurant_id,
              eta_minutes, eta_p10_minutes, eta_p90_minutes, predicted_delivery_at,
              baseline_minutes, model_version, features, feature_age_ms, feature_versions,
              event_time, degraded, capped, reasons, trace, version)
            select 11, stage, 2, 1, minutes, minutes - 5, minutes + 7,
                   timestamptz '2026-11-22 10:05Z' + minutes * interval '1 minute', 20, 'm-1',
                   '{}', '{}', '{}', timestamptz '2026-11-22 10:05Z', stage = 'assigned', false,
                   case when stage = 'assigned' then array['courier_missing'] else '{}' end,
                   '{}', 256
            from (values ('placed', 30.5), ('assigned', 25)) s (stage, minutes);
            """);
  }

  @Test
  void pagesThroughAllWithoutHoleOrRepetition() {
    List<Long> ids = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page =
          json(SERVER.get("/api/v1/orders/live?limit=4" + cursor, SERVER.token(Role.VIEWER)));
      page.path("items").forEach(order -> ids.add(order.path("id").asLong()));
      JsonNode next = page.path("next_cursor");
      cursor = next.isNull() ? null : "&cursor=" + next.asString();
    } while (cursor != null);

    assertThat(ids).containsExactly(11L, 10L, 9L, 8L, 7L, 6L, 5L, 4L, 3L, 2L, 1L);
  }

  @Test
  void filtersByCityAndStatus() {
    JsonNode accepted =
        json(SERVER.get("/api/v1/orders/live?status=accepted", SERVER.token(Role.VIEWER)));
    JsonNode ofCity = json(SERVER.get("/api/v1/orders/live?city=1", SERVER.token(Role.VIEWER)));
    JsonNode limited = json(SERVER.get("/api/v1/orders/live", SERVER.token(Role.VIEWER, 2)));

    assertThat(accepted.path("items")).hasSize(1);
    assertThat(accepted.path("items").get(0).path("city_name").asString()).isNotEmpty();
    assertThat(accepted.path("items").get(0).path("restaurant_name").asString()).isNotEmpty();
    assertThat(accepted.path("items").get(0).path("total_amount").toString()).isEqualTo("12.345");
    assertThat(ofCity.path("items")).hasSize(5);
    assertThat(limited.path("items")).hasSize(6);
  }

  @Test
  void tellsThePredictionOfTheNewestStage() {
    JsonNode items =
        json(SERVER.get("/api/v1/orders/live?limit=2", SERVER.token(Role.VIEWER))).path("items");

    assertThat(items.get(0).path("prediction").toString())
        .isEqualTo(
            "{\"stage\":\"assigned\",\"eta_minutes\":25.0,\"eta_p10_minutes\":20.0,"
                + "\"eta_p90_minutes\":32.0,\"predicted_delivery_at\":\"2026-11-22T10:30:00Z\","
                + "\"baseline_minutes\":20.0,\"model_version\":\"m-1\","
                + "\"event_time\":\"2026-11-22T10:05:00Z\",\"degraded\":true,\"capped\":false,"
                + "\"reasons\":[\"courier_missing\"],\"version\":256}");
    assertThat(items.get(1).path("prediction").isNull()).isTrue();
  }

  @Test
  void namesParameterAndAllowedValues() {
    for (String parameter : List.of("status=eaten", "limit=201", "cursor=nonsense")) {
      JsonNode problem =
          json(SERVER.get("/api/v1/orders/live?" + parameter, SERVER.token(Role.VIEWER)));
      assertThat(problem.path("status").asInt()).isEqualTo(400);
      assertThat(problem.path("parameter").asString())
          .isEqualTo(parameter.substring(0, parameter.indexOf('=')));
    }
  }
}
