package io.flavortrend.stack.control;

import io.flavortrend.stack.StackException;
import io.flavortrend.stack.home.JsonFile;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Talks to the generator's control API about scenarios. */
public final class GeneratorClient {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();
  private final String url;
  private final String token;

  /**
   * @param url of the control API
   * @param token an operator's
   */
  public GeneratorClient(String url, String token) {
    this.url = url;
    this.token = token;
  }

  /** A scenario under way. */
  public record Scenario(
      long id, String kind, int cityId, String startsAt, String endsAt, double strength) {}

  /**
   * Starts a scenario.
   *
   * @param strength null for the generator's default
   * @throws StackException when the generator refuses or does not answer
   */
  public Scenario start(String kind, int cityId, double minutes, @Nullable Double strength) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("kind", kind);
    body.put("city_id", cityId);
    body.put("minutes", minutes);
    if (strength != null) {
      body.put("strength", strength);
    }
    return scenario(
        send(
            request("/scenarios")
                .POST(BodyPublishers.ofByteArray(JsonFile.MAPPER.writeValueAsBytes(body)))));
  }

  /**
   * Ends a scenario early.
   *
   * @throws StackException when none of that id is under way
   */
  public Scenario stop(long id) {
    return scenario(send(request("/scenarios/" + id).DELETE()));
  }

  /** The scenarios under way. */
  public List<Scenario> list() {
    List<Scenario> found = new ArrayList<>();
    send(request("/scenarios").GET()).forEach(node -> found.add(scenario(node)));
    return found;
  }

  private static Scenario scenario(JsonNode node) {
    return new Scenario(
        node.path("id").asLong(),
        node.path("kind").asString(),
        node.path("city_id").asInt(),
        node.path("starts_at").asString(),
        node.path("ends_at").asString(),
        node.path("strength").asDouble());
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
      if (response.statusCode() != 200) {
        throw new StackException(body.path("detail").asString("no reason given"));
      }
      return body;
    } catch (IOException | JacksonException e) {
      throw new StackException(
          "The generator does not answer at %s: see './flavor status'".formatted(url), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackException("Interrupted while the generator was asked", e);
    }
  }
}
