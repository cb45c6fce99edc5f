package io.flavortrend.webapi.models;

import static io.flavortrend.webapi.testing.TestServer.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.flavortrend.access.Role;
import io.flavortrend.contracts.values.ModelRelease;
import io.flavortrend.inference.testing.TestPackage;
import io.flavortrend.webapi.testing.TestBroker;
import io.flavortrend.webapi.testing.TestDatabase;
import io.flavortrend.webapi.testing.TestServer;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ModelsTest {
  private static final TestDatabase DATABASE = TestDatabase.shared();
  @TempDir private static Path folder;
  private static TestServer server;
  private static ReleaseTopic topic;

  @BeforeAll
  static void start() {
    server = TestServer.start(settings());
    topic = new ReleaseTopic(TestServer.config(settings()));
  }

  @AfterAll
  static void stop() {
    topic.close();
    server.close();
    DATABASE.execute("truncate ops.model_releases, ops.model_versions");
  }

  @BeforeEach
  void none() {
    DATABASE.execute("truncate ops.model_releases, ops.model_versions");
  }

  @Test
  void registersAPackageOnce() {
    Path file = TestPackage.of("m-1").write(folder);

    HttpResponse<String> created = register(file, sha256(file));
    HttpResponse<String> again = register(file, sha256(file));

    assertThat(created.statusCode()).isEqualTo(201);
    assertThat(json(created).path("model_version").asString()).isEqualTo("m-1");
    assertThat(json(created).path("origin").asString()).isEqualTo("trained");
    assertThat(json(created).path("role").isNull()).isTrue();
    assertThat(json(created).path("metrics").toString()).isEqualTo("{\"rows\":{\"train\":1000}}");
    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(versions().path("items")).hasSize(1);
    assertThat(lastAction()).isEqualTo("flavor model_registered m-1");
  }

  @Test
  void refusesAnotherPackageOfTheSameVersion() {
    Path file = TestPackage.of("m-2").write(folder);
    assertThat(register(file, sha256(file)).statusCode()).isEqualTo(201);
    TestPackage.of("m-2").residuals(2, -1, 5).write(folder);

    HttpResponse<String> other = register(file, sha256(file));

    assertThat(other.statusCode()).isEqualTo(409);
    assertThat(json(other).path("detail").asString()).contains("m-2");
  }

  @Test
  void saysWhyAPackageIsRefused() throws IOException {
    Path sound = TestPackage.of("m-3").write(folder);
    Path target = TestPackage.of("m-4").predicting("minutes").write(folder);
    Path signature = TestPackage.of("m-5").swapped("hour", "weekday").write(folder);
    Path cut = Files.write(folder.resolve("m-6.zip"), TestPackage.of("m-6").truncated(0.5));
    Path absent = folder.resolve("m-7.zip");

    assertThat(refusal(sound, "0".repeat(64))).isEqualTo("checksum");
    assertThat(refusal(target, sha256(target))).isEqualTo("target");
    assertThat(refusal(signature, sha256(signature))).isEqualTo("signature");
    assertThat(refusal(cut, sha256(cut))).isEqualTo("broken");
    assertThat(refusal(absent, "0".repeat(64))).isEqualTo("unreachable");
    assertThat(versions().path("items")).isEmpty();
  }

  @Test
  void namesTheFieldThatIsWrong() {
    Path file = TestPackage.of("m-8").write(folder);
    String uri = file.toUri().toString();
    String sum = sha256(file);

    assertThat(badField("versions", registration("file:///etc/passwd", sum, "trained")))
        .isEqualTo("package_uri");
    assertThat(badField("versions", registration("not a uri", sum, "trained")))
        .isEqualTo("package_uri");
    assertThat(badField("versions", "{}")).isEqualTo("package_uri");
    assertThat(badField("versions", registration(uri, "abc", "trained"))).isEqualTo("sha256");
    assertThat(badField("versions", registration(uri, sum, "bundled"))).isEqualTo("origin");
    assertThat(badField("m-8/promote", "{\"role\":\"king\"}")).isEqualTo("role");
    assertThat(badField("m-8/promote", "{}")).isEqualTo("role");
    assertThat(badField("m-8/promote", "{\"role\":\"champion\",\"effective_from\":\"soon\"}"))
        .isEqualTo("effective_from");
  }

  @Test
  void promotesAndTellsTheTopic() {
    ModelVersionRow version = registered("m-10");
    Instant before = Instant.now();

    JsonNode outcome = json(promote("m-10", "champion"));

    JsonNode release = outcome.path("release");
    Instant effective = Instant.parse(release.path("effective_from").asString());
    assertThat(outcome.path("announced").asBoolean()).isTrue();
    assertThat(release.path("reason").asString()).isEqualTo("first");
    assertThat(effective).isBetween(before.plusMillis(999), Instant.now().plusSeconds(1));
    ModelRelease told = topic.told().get(ModelRelease.Role.CHAMPION);
    assertThat(told.modelVersion()).isEqualTo("m-10");
    assertThat(told.packageUri()).isEqualTo(version.uri());
    assertThat(told.sha256()).isEqualTo(version.sha256());
    assertThat(told.effectiveFrom()).isEqualTo(effective);
    assertThat(versions().path("champion").asString()).isEqualTo("m-10");
    assertThat(versions().path("items").get(0).path("role").asString()).isEqualTo("champion");
    assertThat(lastAction()).isEqualTo("flavor model_released champion m-10");
  }

  @Test
  void promotingTwiceIsOneRelease() {
    registered("m-11");

    JsonNode first = json(promote("m-11", "champion"));
    JsonNode second = json(promote("m-11", "champion"));

    assertThat(second).isEqualTo(first);
    assertThat(versions().path("releases")).hasSize(1);
  }

  @Test
  void rollsBackToTheFormerChampion() {
    registered("m-20");
    registered("m-21");
    promote("m-20", "champion");
    promote("m-21", "champion");

    JsonNode outcome = json(post("rollback", "{}"));

    assertThat(outcome.path("release").path("model_version").asString()).isEqualTo("m-20");
    assertThat(outcome.path("release").path("reason").asString()).isEqualTo("rolled_back");
    assertThat(Instant.parse(outcome.path("release").path("effective_from").asString()))
        .isBefore(Instant.now());
    assertThat(topic.told().get(ModelRelease.Role.CHAMPION).modelVersion()).isEqualTo("m-20");
    assertThat(lastAction()).isEqualTo("flavor model_rolled_back champion m-20");
    assertThat(post("rollback", "{}").statusCode()).isEqualTo(409);
  }

  @Test
  void aChallengerComesAndGoes() {
    registered("m-30");
    registered("m-31");
    promote("m-30", "champion");

    assertThat(promote("m-30", "challenger").statusCode()).isEqualTo(409);
    promote("m-31", "challenger");
    assertThat(topic.told().get(ModelRelease.Role.CHALLENGER).modelVersion()).isEqualTo("m-31");
    HttpResponse<String> withdrawn = server.delete("/api/v1/model/challenger", admin());

    assertThat(json(withdrawn).path("release").path("model_version").isNull()).isTrue();
    assertThat(topic.told()).containsOnlyKeys(ModelRelease.Role.CHAMPION);
    assertThat(server.delete("/api/v1/model/challenger", admin()).statusCode()).isEqualTo(404);
  }

  @Test
  void whoBecomesTheChampionChallengesNobodyAnyMore() {
    registered("m-40");
    registered("m-41");
    promote("m-40", "champion");
    promote("m-41", "challenger");

    promote("m-41", "champion");

    assertThat(topic.told()).containsOnlyKeys(ModelRelease.Role.CHAMPION);
    assertThat(versions().path("challenger").isNull()).isTrue();
    assertThat(versions().path("champion").asString()).isEqualTo("m-41");
  }

  @Test
  void anOutageOfKafkaLosesNoRelease() {
    registered("m-50");
    try (TestServer cut = TestServer.start(settings("127.0.0.1:1"))) {
      HttpResponse<String> released =
          cut.post("/api/v1/model/m-50/promote", admin(), "{\"role\":\"champion\"}");

      assertThat(json(released).path("announced").asBoolean()).isFalse();
    }
    try (TestServer back = TestServer.start(settings())) {
      awaitChampionTold(file("m-50"));
      assertThat(json(back.get("/api/v1/model/versions", admin())).path("champion").asString())
          .isEqualTo("m-50");
    }
  }

  @Test
  void theFirstStartReleasesTheBundledModel() throws Exception {
    Path models =
        Files.createDirectories(
            Path.of(ModelsTest.class.getResource("/").toURI()).resolve("models"));
    Path bundled = TestPackage.of("m-60").write(models);
    String resource = "/models/" + bundled.getFileName();
    try (TestServer first = TestServer.start(settings(Map.of("FLAVOR_MODELS_BUNDLED", resource)))) {
      awaitChampionTold("classpath:" + resource);
      JsonNode release = versions(first).path("releases").get(0);

      assertThat(versions(first).path("champion").asString()).isEqualTo("m-60");
      assertThat(release.path("effective_from").isNull()).isTrue();
      assertThat(release.path("reason").asString()).isEqualTo("first");
      assertThat(versions(first).path("items").get(0).path("origin").asString())
          .isEqualTo("bundled");
    }
  }

  @Test
  void readsAreForAllAndChangesForAdmins() {
    registered("m-70");

    for (Role role : new Role[] {Role.VIEWER, Role.OPERATOR}) {
      String token = server.token(role);
      assertThat(server.get("/api/v1/model/versions", token).statusCode()).isEqualTo(200);
      for (String path : new String[] {"versions", "m-70/promote", "rollback"}) {
        assertThat(server.post("/api/v1/model/" + path, token, "{}").statusCode())
            .as("%s %s", role, path)
            .isEqualTo(403);
      }
      assertThat(server.delete("/api/v1/model/challenger", token).statusCode()).isEqualTo(403);
    }
  }

  @Test
  void saysWhatIsNotThere() {
    assertThat(promote("m-80", "champion").statusCode()).isEqualTo(404);
    assertThat(json(promote("m-80", "champion")).path("detail").asString()).contains("m-80");
    assertThat(post("rollback", "{}").statusCode()).isEqualTo(409);
  }

  @Test
  void saysThatTheStoreIsDown() {
    try (TestServer down = TestServer.start(Map.of("FLAVOR_POSTGRES_PORT", "1"))) {
      assertThat(down.get("/api/v1/model/versions", admin()).statusCode()).isEqualTo(503);
      assertThat(
              down.post("/api/v1/model/m-1/promote", admin(), "{\"role\":\"champion\"}")
                  .statusCode())
          .isEqualTo(503);
    }
  }

  private static void awaitChampionTold(String packageUri) {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(topic.told().get(ModelRelease.Role.CHAMPION))
                    .isNotNull()
                    .extracting(ModelRelease::packageUri)
                    .isEqualTo(packageUri));
  }

  private static String file(String version) {
    return folder.resolve(version + ".zip").toUri().toString();
  }

  private record ModelVersionRow(String uri, String sha256) {}

  private static ModelVersionRow registered(String version) {
    Path file = TestPackage.of(version).write(folder);
    String sha256 = sha256(file);
    assertThat(register(file, sha256).statusCode()).isEqualTo(201);
    return new ModelVersionRow(file.toUri().toString(), sha256);
  }

  private static HttpResponse<String> register(Path file, String sha256) {
    return post("versions", registration(file.toUri().toString(), sha256, "trained"));
  }

  private static String refusal(Path file, String sha256) {
    HttpResponse<String> refused = register(file, sha256);
    assertThat(refused.statusCode()).isEqualTo(422);
    return json(refused).path("reason").asString();
  }

  private static String registration(String uri, String sha256, String origin) {
    return "{\"package_uri\":\"%s\",\"sha256\":\"%s\",\"origin\":\"%s\"}"
        .formatted(uri, sha256, origin);
  }

  private static String badField(String path, String body) {
    HttpResponse<String> refused = post(path, body);
    assertThat(refused.statusCode()).isEqualTo(400);
    return json(refused).path("parameter").asString();
  }

  private static HttpResponse<String> promote(String version, String role) {
    return post(version + "/promote", "{\"role\":\"%s\"}".formatted(role));
  }

  private static HttpResponse<String> post(String path, String body) {
    return server.post("/api/v1/model/" + path, admin(), body);
  }

  private static JsonNode versions() {
    return versions(server);
  }

  private static JsonNode versions(TestServer asked) {
    return json(asked.get("/api/v1/model/versions", asked.token(Role.VIEWER)));
  }

  private static String admin() {
    return server.token(Role.ADMIN);
  }

  private static String lastAction() {
    return DATABASE.value(
        "select concat_ws(' ', username, action, target) from ops.actions_log"
            + " order by id desc limit 1");
  }

  private static String sha256(Path file) {
    try {
      return TestPackage.sha256(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, String> settings() {
    return settings(TestBroker.shared());
  }

  private static Map<String, String> settings(String kafka) {
    return Map.of("FLAVOR_KAFKA_BOOTSTRAP", kafka, "FLAVOR_MODELS_DIR", folder.toString());
  }

  private static Map<String, String> settings(Map<String, String> more) {
    Map<String, String> all = new java.util.HashMap<>(settings());
    all.putAll(more);
    return all;
  }
}
