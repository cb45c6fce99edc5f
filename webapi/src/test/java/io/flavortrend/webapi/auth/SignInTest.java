package io.flavortrend.webapi.auth;

import static io.flavortrend.webapi.testing.TestServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.flavortrend.access.Role;
import io.flavortrend.webapi.testing.TestDatabase;
import io.flavortrend.webapi.testing.TestServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SignInTest {
  private final TestServer server = TestServer.shared();
  private final TestDatabase database = TestDatabase.shared();

  @BeforeEach
  void noUsers() {
    database.execute("truncate ops.users, ops.sign_in_links cascade");
  }

  @Test
  void makesAdminWithItsFirstLink() {
    assertThat(database.value("select count(*) from ops.users")).isEqualTo("0");

    HttpResponse<String> made = makeLink("admin");

    assertThat(made.statusCode()).isEqualTo(201);
    assertThat(json(made).path("path").asString()).startsWith("/sign-in?link=");
    assertThat(database.value("select role from ops.users where username = 'admin'"))
        .isEqualTo("admin");
    assertThat(database.value("select password_hash from ops.users")).isNull();
  }

  @Test
  void refusesLinksForUnknownUsers() {
    assertThat(makeLink("nobody").statusCode()).isEqualTo(404);
  }

  @Test
  void signsInByLinkOnce() {
    String link = linkToken();

    HttpResponse<String> first = loginByLink(link);
    HttpResponse<String> second = loginByLink(link);

    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(json(first).path("username").asString()).isEqualTo("admin");
    assertThat(json(first).path("has_password").asBoolean()).isFalse();
    assertThat(first.headers().firstValue("Set-Cookie").orElseThrow())
        .startsWith("flavor_session=")
        .contains("HttpOnly", "SameSite=Strict", "Path=/")
        .doesNotContain("Secure");
    assertThat(second.statusCode()).isEqualTo(401);
  }

  @Test
  void letsOnlyOneOfManyUseALink() {
    String link = linkToken();

    List<Integer> statuses =
        IntStream.range(0, 4).parallel().mapToObj(i -> loginByLink(link).statusCode()).toList();

    assertThat(statuses).containsOnlyOnce(200);
  }

  @Test
  void keepsOnlyTheHashOfALinkAndRefusesAnExpiredOne() {
    String link = linkToken();
    assertThat(database.value("select encode(token_sha256, 'escape') from ops.sign_in_links"))
        .doesNotContain(link);

    database.execute("update ops.sign_in_links set expires_at = now() - interval '1 second'");

    assertThat(loginByLink(link).statusCode()).isEqualTo(401);
  }

  @Test
  void setsAPasswordAndEndsTheOtherSessions() {
    String old = cookie(loginByLink(linkToken()));

    HttpResponse<String> changed = changePassword(old, null, "correct horse battery");

    assertThat(changed.statusCode()).isEqualTo(204);
    assertThat(me(cookie(changed)).statusCode()).isEqualTo(200);
    assertThat(me(old).statusCode()).isEqualTo(401);
    assertThat(loginByPassword("admin", "correct horse battery").statusCode()).isEqualTo(200);
    assertThat(database.value("select password_hash from ops.users")).startsWith("$2");
  }

  @Test
  void wantsTheCurrentPasswordAndALongNewOne() {
    String cookie = cookie(loginByLink(linkToken()));
    cookie = cookie(changePassword(cookie, null, "correct horse battery"));

    HttpResponse<String> withoutCurrent = changePassword(cookie, null, "another horse battery");
    HttpResponse<String> tooShort = changePassword(cookie, "correct horse battery", "short");

    assertThat(withoutCurrent.statusCode()).isEqualTo(403);
    assertThat(tooShort.statusCode()).isEqualTo(400);
    assertThat(json(tooShort).path("parameter").asString()).isEqualTo("new_password");
  }

  @Test
  void answersAlikeForWrongPasswordAndUnknownUser() {
    changePassword(cookie(loginByLink(linkToken())), null, "correct horse battery");

    HttpResponse<String> wrong = loginByPassword("admin", "wrong horse battery");
    HttpResponse<String> unknown = loginByPassword("nobody", "wrong horse battery");

    assertThat(wrong.statusCode()).isEqualTo(401);
    assertThat(wrong.body()).isEqualTo(unknown.body());
  }

  @Test
  void slowsGuessingDown() {
    for (int i = 0; i < LoginThrottle.MAX_FAILURES; i++) {
      assertThat(loginByPassword("guessed", "wrong").statusCode()).isEqualTo(401);
    }

    HttpResponse<String> next = loginByPassword("guessed", "wrong");

    assertThat(next.statusCode()).isEqualTo(429);
    assertThat(next.headers().firstValue("Retry-After")).isPresent();
    assertThat(loginByPassword("another", "wrong").statusCode()).isEqualTo(401);
  }

  @Test
  void endsSessionsEverywhere() {
    String one = cookie(loginByLink(linkToken()));
    String other = cookie(loginByLink(linkToken()));

    HttpResponse<String> out = postWithCookie("/api/v1/auth/logout?everywhere=true", one, "");

    assertThat(out.statusCode()).isEqualTo(204);
    assertThat(out.headers().firstValue("Set-Cookie").orElseThrow()).contains("Max-Age=0");
    assertThat(me(other).statusCode()).isEqualTo(401);
  }

  @Test
  void keepsForgedRequestsOut() {
    String cookie = cookie(loginByLink(linkToken()));

    assertThat(server.send(logout(cookie)).statusCode()).isEqualTo(403);
    assertThat(server.send(logout(cookie).header("Origin", "http://evil.example")).statusCode())
        .isEqualTo(403);
    assertThat(server.send(logout(cookie).header("Sec-Fetch-Site", "cross-site")).statusCode())
        .isEqualTo(403);
    assertThat(server.send(logout(cookie).header("Sec-Fetch-Site", "same-origin")).statusCode())
        .isEqualTo(204);
  }

  @Test
  void writesTheAuditLog() {
    String before = database.value("select coalesce(max(id), 0) from ops.actions_log");

    changePassword(cookie(loginByLink(linkToken())), null, "correct horse battery");

    assertThat(
            database.value(
                "select string_agg(username || ' ' || action || ' ' || target, ', ' order by id)"
                    + " from ops.actions_log where id > "
                    + before))
        .isEqualTo("flavor link_created admin, admin sign_in link, admin password_changed admin");
  }

  private HttpResponse<String> makeLink(String username) {
    return server.post(
        "/api/v1/auth/links",
        server.token(Role.ADMIN),
        "{\"username\":\"%s\"}".formatted(username));
  }

  private String linkToken() {
    String path = json(makeLink("admin")).path("path").asString();
    return path.substring(path.indexOf('=') + 1);
  }

  private HttpResponse<String> loginByLink(String token) {
    return server.login("{\"link_token\":\"%s\"}".formatted(token));
  }

  private HttpResponse<String> loginByPassword(String username, String password) {
    return server.login("{\"username\":\"%s\",\"password\":\"%s\"}".formatted(username, password));
  }

  private HttpResponse<String> changePassword(String cookie, String current, String next) {
    return postWithCookie(
        "/api/v1/auth/password",
        cookie,
        "{\"current_password\":%s,\"new_password\":\"%s\"}"
            .formatted(current == null ? "null" : "\"" + current + "\"", next));
  }

  private HttpResponse<String> postWithCookie(String path, String cookie, String json) {
    return server.send(
        server
            .request(path)
            .header("Cookie", cookie)
            .header("Origin", "http://" + server.authority())
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json)));
  }

  private java.net.http.HttpRequest.Builder logout(String cookie) {
    return server
        .request("/api/v1/auth/logout")
        .header("Cookie", cookie)
        .POST(BodyPublishers.noBody());
  }

  private HttpResponse<String> me(String cookie) {
    return server.send(server.request("/api/v1/auth/me").header("Cookie", cookie));
  }

  private static String cookie(HttpResponse<String> response) {
    String header = response.headers().firstValue("Set-Cookie").orElseThrow();
    return header.substring(0, header.indexOf(';'));
  }
}
