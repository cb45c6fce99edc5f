package io.flavortrend.notifier.testing;

import static org.awaitility.Awaitility.await;

import io.flavortrend.access.AccessToken;
import io.flavortrend.access.AccessTokens;
import io.flavortrend.access.Role;
import io.flavortrend.notifier.NotifierApplication;
import io.flavortrend.notifier.NotifierConfig;
import io.flavortrend.settings.Secret;
import io.flavortrend.settings.Settings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
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

/** The whole notifier on a free port, over the shared broker. */
public final class TestNotifier implements AutoCloseable {
  private static final String KEY = "a key of the tests that is long enough for HS256";

  private final ConfigurableApplicationContext context;
  private final HttpClient http = HttpClient.newHttpClient();

  private TestNotifier(NotifierConfig config) {
    context = NotifierApplication.start(config);
  }

  /** Started and ready. */
  public static TestNotifier start(Map<String, String> overrides) {
    Map<String, String> settings = new HashMap<>();
    settings.put("FLAVOR_NOTIFIER_PORT", "0");
    settings.put("FLAVOR_KAFKA_BOOTSTRAP", LocalBroker.shared());
    settings.put("FLAVOR_NOTIFIER_HEARTBEAT_SECONDS", "1");
    settings.putAll(overrides);
    TestNotifier notifier = new TestNotifier(config(settings));
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> notifier.get("/health/ready", "").statusCode() == 200);
    return notifier;
  }

  public static NotifierConfig config(Map<String, String> settings) {
    try {
      Path secrets = Files.createTempDirectory("secrets");
      Files.writeString(secrets.resolve("token.key"), KEY);
      Map<String, String> all = new HashMap<>(settings);
      all.put("FLAVOR_SECRETS_DIR", secrets.toString());
      return NotifierConfig.from(Settings.of(all));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  public static String token(Integer... cities) {
    return token(Instant.now().plusSeconds(600), cities);
  }

  public static String token(Instant expiresAt, Integer... cities) {
    return new AccessTokens(new Secret(KEY), Clock.systemUTC())
        .sign(new AccessToken("flavor", Role.VIEWER, Set.of(cities), 0, expiresAt));
  }

  public int port() {
    return Integer.parseInt(context.getEnvironment().getProperty("local.server.port"));
  }

  public HttpResponse<String> get(String path, String token) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  public TestClient client() {
    return TestClient.open(port(), Map.of());
  }

  /** A client that has subscribed; with the members that come after the token. */
  public TestClient subscribed(String members) {
    TestClient client = client();
    client.send("{\"type\":\"subscribe\",\"token\":\"%s\",%s}".formatted(token(), members));
    return client;
  }

  @Override
  public void close() {
    context.close();
  }
}
