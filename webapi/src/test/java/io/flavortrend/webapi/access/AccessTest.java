package io.flavortrend.webapi.access;

import static io.flavortrend.webapi.testing.TestServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.flavortrend.access.AccessToken;
import io.flavortrend.access.Role;
import io.flavortrend.webapi.testing.TestServer;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AccessTest {
  private final TestServer server = TestServer.shared();

  @Test
  void wantsAToken() {
    HttpResponse<String> refused = server.send(server.request("/api/v1/cities"));

    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(refused.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
    assertThat(json(refused).path("status").asInt()).isEqualTo(401);
    assertThat(json(refused).path("type").asString()).isEqualTo("about:blank");
    assertThat(json(refused).path("instance").asString()).isEqualTo("/api/v1/cities");
  }

  @Test
  void refusesAnExpiredToken() {
    String expired =
        server.sign(
            new AccessToken("flavor", Role.ADMIN, Set.of(), 0, Instant.now().minusSeconds(1)));

    HttpResponse<String> refused = server.get("/api/v1/cities", expired);

    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(json(refused).path("detail").asString()).isEqualTo("The token has expired");
  }

  @Test
  void refusesAForgedToken() {
    assertThat(server.get("/api/v1/cities", "not.a.token").statusCode()).isEqualTo(401);
  }

  @Test
  void refusesASessionlessTokenOfAPerson() {
    String token =
        server.sign(new AccessToken("admin", Role.ADMIN, Set.of(), 0, TestServer.inAnHour()));

    assertThat(server.get("/api/v1/cities", token).statusCode()).isEqualTo(401);
  }

  @Test
  void refusesARoleThatIsTooLow() {
    HttpResponse<String> refused =
        server.post("/api/v1/auth/links", server.token(Role.OPERATOR), "{\"username\":\"admin\"}");

    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(json(refused).path("detail").asString()).isEqualTo("Your role may not do this");
  }

  @Test
  void tellsACommandLineTokenWhoItIs() {
    HttpResponse<String> me = server.get("/api/v1/auth/me", server.token(Role.VIEWER, 3));

    assertThat(json(me).path("username").asString()).isEqualTo("flavor");
    assertThat(json(me).path("role").asString()).isEqualTo("viewer");
    assertThat(json(me).path("cities").toString()).isEqualTo("[3]");
  }

  @Test
  void isOpenForHealthAndClientConfig() {
    assertThat(server.send(server.request("/api/v1/health/ready")).statusCode()).isEqualTo(200);
    assertThat(
            json(server.send(server.request("/api/v1/client-config")))
                .path("notifier_port")
                .asInt())
        .isEqualTo(8090);
  }
}
