package io.flavortrend.webapi.kpis;

import static io.flavortrend.webapi.testing.TestServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.flavortrend.access.Role;
import io.flavortrend.webapi.testing.TestDatabase;
import io.flavortrend.webapi.testing.TestServer;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class KpisTest {
  private static final TestServer SERVER = TestServer.shared();

  @BeforeAll
  static void minutes() {
    TestDatabase.shared()
        .execute(
            """
            truncate analytics.city_kpis;
            insert into analytics.city_kpis values
              (1, date_trunc('minute', now()), 5, 2, 1, 20.500, 30, 3, 40, 7),
              (2, date_trunc('minute', now()), 4, 1, 0, 9.250, 60, 2, null, 8),
              (1, now() - interval '30 days', 10, 9, 0, 100, 20, 3, 40, 9);
            """);
  }

  @Test
  void listsTheLastMinutesOfAllCities() {
    HttpResponse<String> answer = SERVER.get("/api/v1/kpis?minutes=10", viewer());

    JsonNode items = json(answer).path("items");
    assertThat(items).hasSize(2);
    assertThat(items.get(0).path("city_id").asInt()).isEqualTo(1);
    assertThat(items.get(0).path("revenue").toString()).isEqualTo("20.500");
    assertThat(items.get(1).path("pressure").isNull()).isTrue();
    assertThat(json(answer).path("as_of").asString()).endsWith("Z");
  }

  @Test
  void filtersByCityAndPeriod() {
    String path = "/api/v1/kpis?city=1&from=2026-01-01T00:00:00Z&to=2026-01-02T00:00:00Z";

    assertThat(json(SERVER.get(path, viewer())).path("items")).isEmpty();
    assertThat(json(SERVER.get("/api/v1/kpis?city=2", viewer())).path("items")).hasSize(1);
  }

  @Test
  void sumsTodayAndCountsOpenOrdersOfAllTime() {
    JsonNode today = json(SERVER.get("/api/v1/kpis/today", viewer()));

    assertThat(today.path("orders").asInt()).isEqualTo(9);
    assertThat(today.path("delivered").asInt()).isEqualTo(3);
    assertThat(today.path("open_orders").asInt()).isEqualTo(2 + 3 + 1);
    assertThat(today.path("revenue").toString())
        .isEqualTo("[{\"currency\":\"TND\",\"amount\":29.750}]");
    assertThat(today.path("avg_delivery_minutes").asDouble()).isEqualTo(40.0);
  }

  @Test
  void showsACityLimitedUserOnlyItsCities() {
    String limited = SERVER.token(Role.VIEWER, 2);

    assertThat(json(SERVER.get("/api/v1/kpis", limited)).path("items")).hasSize(1);
    assertThat(SERVER.get("/api/v1/kpis?city=1", limited).statusCode()).isEqualTo(403);
    assertThat(json(SERVER.get("/api/v1/cities", limited)).path("items")).hasSize(1);
  }

  @Test
  void namesParameterAndAllowedValues() {
    assertProblem("/api/v1/kpis?minutes=0", 400, "minutes", "a whole number from 1 to 1440");
    assertProblem("/api/v1/kpis?minutes=x", 400, "minutes", "a whole number");
    assertProblem(
        "/api/v1/kpis?from=yesterday",
        400,
        "from",
        "an ISO-8601 instant such as 2026-01-31T18:00:00Z");
    assertProblem(
        "/api/v1/kpis?from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z",
        400,
        "from",
        "an instant before 2026-01-01T00:00:00Z");
    assertThat(SERVER.get("/api/v1/kpis?city=999", viewer()).statusCode()).isEqualTo(404);
  }

  private static void assertProblem(String path, int status, String parameter, String allowed) {
    HttpResponse<String> refused = SERVER.get(path, viewer());
    assertThat(refused.statusCode()).isEqualTo(status);
    assertThat(json(refused).path("parameter").asString()).isEqualTo(parameter);
    assertThat(json(refused).path("allowed").asString()).isEqualTo(allowed);
  }

  private static String viewer() {
    return SERVER.token(Role.VIEWER);
  }
}
