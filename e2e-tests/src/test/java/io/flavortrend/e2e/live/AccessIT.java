package io.flavortrend.e2e.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.flavortrend.access.AccessToken;
import io.flavortrend.access.AccessTokens;
import io.flavortrend.access.Role;
import io.flavortrend.e2e.stack.LiveSocket;
import io.flavortrend.e2e.stack.RestClient;
import io.flavortrend.e2e.stack.RestClient.Answer;
import io.flavortrend.e2e.stack.Stack;
import io.flavortrend.settings.Secret;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Nobody gets in without a token of the right kind, and is told why. */
@ExtendWith(LiveStack.class)
@Order(40)
class AccessIT {
  private static final List<String> PATHS =
      List.of("/cities", "/kpis?minutes=5", "/kpis/today", "/orders/live", "/pipeline", "/auth/me");

  /** Tokens without a session are those of this subject alone. */
  private static final String COMMAND_LINE = "flavor";

  private final Stack stack;

  AccessIT(Stack stack) {
    this.stack = stack;
  }

  @Test
  void restRefusesAMissingToken() {
    RestClient nobody = new RestClient(stack.webapiUrl() + "/api/v1", null);
    for (String path : PATHS) {
      assertProblem(nobody.get(path), 401);
    }
    assertThat(nobody.get("/health/ready").status()).isEqualTo(200);
    assertThat(nobody.get("/client-config").status()).isEqualTo(200);
  }

  @Test
  void restRefusesExpiredForgedAndBrokenTokens() {
    String key = stack.secret("token.key");
    List<String> refused =
        List.of(
            token(key, Role.ADMIN, Instant.now().minusSeconds(60)),
            new AccessTokens(new Secret(key), Clock.systemUTC())
                .sign(
                    new AccessToken(
                        "nobody", Role.ADMIN, Set.of(), 0, Instant.now().plusSeconds(60))),
            token(
                "another key that is long enough to sign",
                Role.ADMIN,
                Instant.now().plusSeconds(60)),
            "nonsense");
    for (String token : refused) {
      assertProblem(new RestClient(stack.webapiUrl() + "/api/v1", token).get("/cities"), 401);
    }
    assertThat(
            new RestClient(
                    stack.webapiUrl() + "/api/v1",
                    token(key, Role.VIEWER, Instant.now().plusSeconds(60)))
                .get("/cities")
                .status())
        .isEqualTo(200);
  }

  @Test
  void aViewerIsNoAdminAndNoOperator() {
    String viewer = stack.token("viewer");
    assertProblem(
        new RestClient(stack.webapiUrl() + "/api/v1", viewer)
            .post("/auth/links", "{\"username\":\"admin\"}"),
        403);
    RestClient generator = new RestClient(stack.generatorUrl(), viewer);
    assertProblem(generator.post("/stop", ""), 403);
    assertProblem(new RestClient(stack.generatorUrl(), null).get("/status"), 401);
    assertThat(generator.get("/status").status()).isEqualTo(200);
  }

  @Test
  void aSignInLinkServesOnce() {
    String link = stack.signInLink();
    String body =
        "{\"link_token\":\"%s\"}"
            .formatted(link.substring(link.indexOf("link=") + "link=".length()));
    RestClient nobody = new RestClient(stack.webapiUrl() + "/api/v1", null);
    Answer first = nobody.post("/auth/login", body);
    assertThat(first.status()).as(first.text()).isEqualTo(200);
    assertThat(first.json().path("username").asString()).isEqualTo("admin");
    assertProblem(nobody.post("/auth/login", body), 401);
    assertProblem(
        nobody.post("/auth/login", "{\"username\":\"admin\",\"password\":\"not this one\"}"), 401);
  }

  @Test
  void wrongArgumentsAreProblemsThatNameThem() {
    RestClient viewer = stack.rest("viewer");
    assertThat(assertProblem(viewer.get("/kpis?minutes=many"), 400).path("detail").asString())
        .contains("minutes");
    assertThat(assertProblem(viewer.get("/orders/live?limit=-1"), 400).path("detail").asString())
        .contains("limit");
    assertThat(assertProblem(viewer.get("/orders/live?status=lost"), 400).path("detail").asString())
        .contains("status");
    assertProblem(viewer.get("/no-such-thing"), 404);
  }

  @Test
  void theWebSocketRefusesWithACodeAndAReason() {
    assertRefused("{\"type\":\"subscribe\",\"channels\":[\"city_kpis\"]}", "unauthenticated", 4401);
    assertRefused(
        "{\"type\":\"subscribe\",\"token\":\"nonsense\",\"channels\":[\"city_kpis\"]}",
        "unauthenticated",
        4401);
    String token = stack.token("viewer");
    assertRefused(
        "{\"type\":\"subscribe\",\"token\":\"%s\",\"channels\":[\"gossip\"]}".formatted(token),
        "bad_request",
        4400);
    assertRefused("this is no JSON", "bad_request", 4400);
    String oneCity =
        new AccessTokens(new Secret(stack.secret("token.key")), Clock.systemUTC())
            .sign(
                new AccessToken(
                    COMMAND_LINE, Role.VIEWER, Set.of(1), 0, Instant.now().plusSeconds(60)));
    assertRefused(
        "{\"type\":\"subscribe\",\"token\":\"%s\",\"channels\":[\"city_kpis\"],\"city\":2}"
            .formatted(oneCity),
        "forbidden",
        4403);
  }

  private void assertRefused(String message, String code, int closeCode) {
    try (LiveSocket socket = LiveSocket.connect(stack.notifierUrl())) {
      socket.send(message);
      LiveSocket.Frame frame = socket.next(Duration.ofSeconds(10));
      assertThat(frame).as(message).isNotNull();
      assertThat(frame.json().path("type").asString()).as(frame.text()).isEqualTo("error");
      assertThat(frame.json().path("code").asString()).isEqualTo(code);
      assertThat(frame.json().path("detail").asString()).isNotBlank();
      LiveSocket.Frame end = socket.next(Duration.ofSeconds(10));
      assertThat(end).isNotNull();
      assertThat(end.closeCode()).isEqualTo(closeCode);
    }
  }

  private static JsonNode assertProblem(Answer answer, int status) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.contentType()).startsWith("application/problem+json");
    JsonNode problem = answer.json();
    assertThat(problem.path("status").asInt()).isEqualTo(status);
    assertThat(problem.path("title").asString()).isNotBlank();
    return problem;
  }

  private static String token(String key, Role role, Instant expires) {
    return new AccessTokens(new Secret(key), Clock.systemUTC())
        .sign(new AccessToken(COMMAND_LINE, role, Set.of(), 0, expires));
  }
}
