package io.flavortrend.webapi.testing;

import io.flavortrend.access.AccessToken;
import io.flavortrend.access.AccessTokens;
import io.flavortrend.access.Role;
import io.flavortrend.contracts.codec.Json;
import io.flavortrend.settings.Secret;
import io.flavortrend.settings.Settings;
import io.flavortrend.webapi.WebapiApplication;
import io.flavortrend.webapi.WebapiConfig;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** The whole of webapi on a free port, over the shared database, asked as a client would. */
public final class TestServer implements AutoCloseable {
  private static final String KEY = "a key of the tests that is long enough for HS256";
  private static TestServer shared;

  private final ConfigurableApplicationContext context;
  private final HttpClient http = HttpClient.newHttpClient();
  private final AccessTokens tokens = new AccessTokens(new Secret(KEY), Clock.systemUTC());

  private TestServer(WebapiConfig config) {
    context = WebapiApplication.start(config);
  }

  /** Over the shared database, and with no other part of the platform running. */
  public static synchronized TestServer shared() {
    if (shared == null) {
      shared = start(Map.of());
    }
    return shared;
  }

  public static TestServer start(Map<String, String> overrides) {
    Map<String, String> settings = new HashMap<>();
    settings.put("FLAVOR_WEBAPI_PORT", "0");
    settings.put("FLAVOR_POSTGRES_PORT", Integer.toString(TestDatabase.shared().port()));
    // A port that nobody listens on.
    for (String part : new String[] {"FLINK", "CONNECT", "NOTIFIER", "GENERATOR"}) {
      settings.put("FLAVOR_" + part + "_URL", "http://127.0.0.1:1");
    }
    settings.put("FLAVOR_KAFKA_BOOTSTRAP", "127.0.0.1:1");
    // No model is there unless a test registers one.
    settings.put("FLAVOR_MODELS_BUNDLED", "/models/none.zip");
    settings.putAll(overrides);
    return new TestServer(config(settings));
  }

  public static WebapiConfig config(Map<String, String> settings) {
    try {
      Path secrets = Files.createTempDirectory("secrets");
      Files.writeString(secrets.resolve("token.key"), KEY);
      Files.writeString(secrets.resolve("flavor_api.password"), TestDatabase.PASSWORD);
      Map<String, String> all = new HashMap<>(settings);
      all.put("FLAVOR_SECRETS_DIR", secrets.toString());
      return WebapiConfig.from(Settings.of(all));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  public String token(Role role, Integer... cities) {
    return sign(new AccessToken("flavor", role, Set.of(cities), 0, inAnHour()));
  }

  public String sign(AccessToken token) {
    return tokens.sign(token);
  }

  public static Instant inAnHour() {
    return Instant.now().plus(Duration.ofHours(1));
  }

  public String authority() {
    return "127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
  }

  public HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://" + authority() + path));
  }

  public HttpResponse<String> get(String path, String token) {
    return send(request(path).header("Authorization", "Bearer " + token));
  }

  public HttpResponse<String> post(String path, String token, String json) {
    return send(
        request(path)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json)));
  }

  public HttpResponse<String> delete(String path, String token) {
    return send(request(path).header("Authorization", "Bearer " + token).DELETE());
  }

  public HttpResponse<String> login(String json) {
    return send(
        request("/api/v1/auth/login")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json)));
  }

  public HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  public static JsonNode json(HttpResponse<String> response) {
    return Json.mapper().readTree(response.body());
  }

  @Override
  public void close() {
    context.close();
  }
}
