package io.flavortrend.generator.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.flavortrend.access.AccessToken;
import io.flavortrend.access.AccessTokens;
import io.flavortrend.access.Role;
import io.flavortrend.contracts.TimeDomain;
import io.flavortrend.generator.GeneratorConfig;
import io.flavortrend.generator.TestDatabase;
import io.flavortrend.generator.live.LiveRun;
import io.flavortrend.generator.live.Status;
import io.flavortrend.generator.simulation.Pace;
import io.flavortrend.settings.Secret;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The control API over HTTP, on a generator that writes to a real database. */
final class ControlServerTest {
  private static final TestDatabase DATABASE = TestDatabase.create(TimeDomain.LIVE);

  private final AccessTokens tokens =
      new AccessTokens(new Secret("0123456789abcdef0123456789abcdef"), Clock.systemUTC());
  private final HttpClient http = HttpClient.newHttpClient();
  private LiveRun run;
  private ControlServer server;

  @BeforeEach
  void serve() throws Exception {
    GeneratorConfig config =
        new GeneratorConfig(new Pace(10, true, 5.0), 42, 0, 10, 1, false, "127.0.0.1", 8095);
    run = new LiveRun(config, DATABASE.application(), Clock.systemUTC());
    run.begin();
    server = new ControlServer(new InetSocketAddress("127.0.0.1", 0), run, tokens);
  }

  @AfterEach
  void close() throws Exception {
    server.close();
    run.close();
  }

  @Test
  void startsStopsAndChangesTheRate() throws Exception {
    await().until(() -> run.status().state() == Status.State.STOPPED);
    assertThat(call("GET", "/status", Role.VIEWER, "").body())
        .contains("\"state\":\"stopped\"", "\"seed\":42", "\"target\":10.0", "\"behind_ms\":");
    assertThat(call("POST", "/start", Role.OPERATOR, "").body()).contains("\"state\":\"running\"");
    await().until(() -> run.status().ordersPlaced() > 5);
    HttpResponse<String> faster =
        call("POST", "/rate", Role.ADMIN, "{\"orders_per_second\":300,\"lifecycle_seconds\":null}");
    assertThat(faster.statusCode()).isEqualTo(200);
    assertThat(faster.body())
        .contains("\"target\":300.0", "\"constant\":true", "\"pings\":false")
        .contains("\"lifecycle_seconds\":null");
    await().until(() -> run.status().ordersPlaced() > 300);
    assertThat(call("POST", "/stop", Role.OPERATOR, "").body()).contains("\"state\":\"stopped\"");
    await().until(() -> run.status().behindMs() == 0);
    long placed = run.status().ordersPlaced();
    await()
        .during(java.time.Duration.ofMillis(500))
        .until(() -> run.status().ordersPlaced() == placed);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"orders_per_second\":-1}|orders_per_second is -1: allowed is a number from 0.0 to 10000.0",
        "{\"orders_per_second\":\"many\"}|orders_per_second is \"many\": allowed is a number",
        "{\"lifecycle_seconds\":0}|lifecycle_seconds is 0: allowed is a number from 1.0",
        "{\"constant\":1}|constant is 1: allowed is true or false",
        "{\"speed\":1}|Unknown [speed]: allowed are orders_per_second",
        "[1]|The body must be a JSON object",
        "{|The body is not JSON",
        "''|The body"
      })
  void namesBadValues(String body, String message) throws Exception {
    HttpResponse<String> answer = call("POST", "/rate", Role.OPERATOR, body);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(answer.body().replace("\\\"", "\"")).contains(message);
  }

  @Test
  void startsListsAndStopsScenarios() throws Exception {
    await().until(() -> !run.cities().isEmpty());
    call("POST", "/start", Role.OPERATOR, "");
    String body = "{\"kind\":\"rain\",\"city_id\":3,\"minutes\":5,\"strength\":0.9}";
    HttpResponse<String> started = call("POST", "/scenarios", Role.OPERATOR, body);
    assertThat(started.statusCode()).isEqualTo(200);
    assertThat(started.body())
        .contains("\"id\":1", "\"kind\":\"rain\"", "\"city_id\":3", "\"strength\":0.9");
    assertThat(call("GET", "/scenarios", Role.VIEWER, "").body()).contains("\"city_id\":3");
    String wet = "select count(*) from weather_conditions where city_id = 3 and rain_mm > 10";
    await().until(() -> DATABASE.number(wet) == 1);
    assertThat(call("DELETE", "/scenarios/1", Role.OPERATOR, "").statusCode()).isEqualTo(200);
    assertThat(call("GET", "/scenarios", Role.VIEWER, "").body()).isEqualTo("[]");
    assertThat(call("POST", "/scenarios/1/stop", Role.OPERATOR, "").statusCode()).isEqualTo(404);
    await()
        .until(
            () ->
                DATABASE.number(
                        "select count(*) from (select distinct on (city_id) rain_mm from"
                            + " weather_conditions where city_id = 3"
                            + " order by city_id, observed_at desc) t where rain_mm < 9")
                    == 1);
    assertThat(call("POST", "/scenarios", Role.VIEWER, body).statusCode()).isEqualTo(403);
    assertThat(call("PUT", "/scenarios", Role.OPERATOR, body).statusCode()).isEqualTo(405);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"kind\":\"snow\",\"city_id\":1}|kind is \"snow\": allowed is rain, promo, outage",
        "{\"kind\":\"rain\",\"city_id\":99}|city_id is 99: allowed is 1 (Tunis), 2 (Ariana)",
        "{\"kind\":\"rain\"}|city_id is null: allowed is 1 (Tunis)",
        "{\"kind\":\"rain\",\"city_id\":1,\"minutes\":0}|minutes is 0: allowed is a number from 1.0",
        "{\"kind\":\"rain\",\"city_id\":1,\"strength\":2}|strength is 2: allowed is a number from 0.05",
        "{\"kind\":\"rain\",\"city\":1}|Unknown [city]: allowed are kind, city_id, minutes, strength"
      })
  void namesBadScenarios(String body, String message) throws Exception {
    await().until(() -> !run.cities().isEmpty());
    HttpResponse<String> answer = call("POST", "/scenarios", Role.OPERATOR, body);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(answer.body().replace("\\\"", "\"")).contains(message);
  }

  @Test
  void drawsTheRoads() throws Exception {
    await().until(() -> !run.cities().isEmpty());
    assertThat(call("GET", "/roads/1", Role.VIEWER, "").body())
        .startsWith("{\"type\":\"FeatureCollection\"")
        .contains("\"kind\":\"arterial\"", "\"MultiLineString\"");
    assertThat(call("GET", "/roads/99", Role.VIEWER, "").statusCode()).isEqualTo(404);
  }

  @Test
  void asksWhoIsThere() throws Exception {
    assertThat(call("GET", "/health", null, "").body()).isEqualTo("{\"status\":\"up\"}");
    assertThat(call("GET", "/status", null, "").statusCode()).isEqualTo(401);
    assertThat(call("POST", "/start", Role.VIEWER, "").statusCode()).isEqualTo(403);
    assertThat(call("GET", "/start", Role.OPERATOR, "").statusCode()).isEqualTo(405);
    assertThat(call("GET", "/elsewhere", Role.OPERATOR, "").statusCode()).isEqualTo(404);
  }

  private HttpResponse<String> call(String method, String path, Role role, String body)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
            .method(method, HttpRequest.BodyPublishers.ofString(body));
    if (role != null) {
      AccessToken token =
          new AccessToken("tester", role, Set.of(), 0, Instant.now().plusSeconds(60));
      request.header("Authorization", "Bearer " + tokens.sign(token));
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
