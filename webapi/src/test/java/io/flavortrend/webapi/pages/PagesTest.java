package io.flavortrend.webapi.pages;

import static io.flavortrend.webapi.testing.TestServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.flavortrend.access.Role;
import io.flavortrend.webapi.access.RoleRule;
import io.flavortrend.webapi.testing.TestServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PagesTest {
  private final TestServer server = TestServer.shared();

  @Test
  void servesThePageForEachOfItsRoutes() {
    for (String route : new String[] {"/", "/pipeline", "/sign-in?link=x", "/orders/17"}) {
      HttpResponse<String> page = server.send(server.request(route));
      assertThat(page.statusCode()).as(route).isEqualTo(200);
      assertThat(page.body()).contains("<html");
      assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-cache");
      assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
          .contains("script-src 'self';", "connect-src 'self' ws://127.0.0.1:8090");
      assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    }
  }

  @Test
  void letsHashedFilesBeKeptForEver() {
    Matcher script =
        Pattern.compile("/assets/[^\"]+\\.js").matcher(server.send(server.request("/")).body());
    assertThat(script.find()).isTrue();

    HttpResponse<String> asset = server.send(server.request(script.group()));

    assertThat(asset.statusCode()).isEqualTo(200);
    assertThat(asset.headers().firstValue("Cache-Control").orElseThrow()).contains("immutable");
  }

  @Test
  void answersWithProblemsForWhatIsNotThere() {
    for (String path : new String[] {"/api/v1/nothing", "/api/nothing", "/assets/nothing.js"}) {
      HttpResponse<String> missing = server.get(path, server.token(Role.VIEWER));
      assertThat(missing.statusCode()).as(path).isEqualTo(404);
      assertThat(json(missing).path("status").asInt()).isEqualTo(404);
    }
    HttpResponse<String> wrongMethod =
        server.post("/api/v1/cities", server.token(Role.VIEWER), "{}");
    assertThat(wrongMethod.statusCode()).isEqualTo(405);
    assertThat(json(wrongMethod).path("status").asInt()).isEqualTo(405);
    HttpResponse<String> wrongBody = server.login("{not json");
    assertThat(wrongBody.statusCode()).isEqualTo(400);
    assertThat(json(wrongBody).path("title").asString()).isEqualTo("Bad Request");
    assertThat(
            server
                .send(server.request("/api/v1/auth/login").POST(BodyPublishers.ofString("x")))
                .statusCode())
        .isEqualTo(415);
  }

  @Test
  void describesItself() {
    HttpResponse<String> openApi = server.get("/api/v1/openapi.json", server.token(Role.VIEWER));

    assertThat(openApi.statusCode()).isEqualTo(200);
    assertThat(json(openApi).path("paths").propertyNames())
        .contains("/api/v1/kpis", "/api/v1/orders/live", "/api/v1/pipeline", "/api/v1/auth/login");
    assertThat(json(openApi).path("components").path("schemas").toString())
        .contains("window_start");
    assertThat(json(openApi).path("paths").toString()).doesNotContain("AccessToken");
  }

  @Test
  void tellsInItsDescriptionWhichRoleARequestNeeds() {
    JsonNode paths =
        json(server.get("/api/v1/openapi.json", server.token(Role.VIEWER))).path("paths");

    for (RoleRule rule : RoleRule.ALL) {
      assertThat(
              paths
                  .path(rule.path())
                  .path(rule.method().name().toLowerCase(Locale.ROOT))
                  .path("description")
                  .asString())
          .as("%s %s", rule.method(), rule.path())
          .isEqualTo("Needs the role %s.".formatted(rule.role().code()));
    }
  }
}
