package io.flavortrend.stack.train;

import io.flavortrend.stack.StackException;
import io.flavortrend.stack.home.JsonFile;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The platform's registry of models: webapi's {@code model/…} endpoints. */
public final class ModelRegistry {
  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();
  private final String url;
  private final String token;

  /**
   * @param url of webapi
   * @param token an administrator's
   */
  public ModelRegistry(String url, String token) {
    this.url = url;
    this.token = token;
  }

  /** All versions, as webapi tells them. */
  public JsonNode versions() {
    return send(request("/api/v1/model/versions").GET());
  }

  /**
   * Registers a package.
   *
   * @throws StackException with webapi's reason, when it is refused
   */
  public void register(URI packageUri, String sha256, String origin) {
    post(
        "/api/v1/model/versions",
        Map.of("package_uri", packageUri.toString(), "sha256", sha256, "origin", origin));
  }

  /**
   * Gives a version a role from now on.
   *
   * @param role {@code champion} or {@code challenger}
   */
  public void promote(String modelVersion, String role) {
    post("/api/v1/model/" + modelVersion + "/promote", Map.of("role", role));
  }

  private void post(String path, Map<String, String> body) {
    send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(JsonFile.MAPPER.writeValueAsBytes(body))));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(url + path))
        .timeout(TIMEOUT)
        .header("Authorization", "Bearer " + token);
  }

  private JsonNode send(HttpRequest.Builder request) {
    try {
      HttpResponse<byte[]> response =
          client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      JsonNode body = JsonFile.MAPPER.readTree(response.body());
      if (response.statusCode() / 100 != 2) {
        throw new StackException(
            "webapi refuses the model: " + body.path("detail").asString("no reason given"));
      }
      return body;
    } catch (IOException | JacksonException e) {
      throw new StackException(
          "webapi does not answer at %s: see './flavor status'".formatted(url), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackException("Interrupted while webapi was asked", e);
    }
  }
}
