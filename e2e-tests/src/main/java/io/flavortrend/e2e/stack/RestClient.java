package io.flavortrend.e2e.stack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Asks an HTTP service with a bearer token, or without one. Thread-safe. */
public final class RestClient {
  private static final Duration TIMEOUT = Duration.ofSeconds(20);

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final String base;
  private final @Nullable String token;

  /**
   * @param base the service's address, such as {@code http://127.0.0.1:8080/api/v1}
   * @param token bearer token; null to send none
   */
  public RestClient(String base, @Nullable String token) {
    this.base = base;
    this.token = token;
  }

  /**
   * An answer.
   *
   * @param status HTTP status
   * @param contentType empty where none was sent
   * @param text the body
   */
  public record Answer(int status, String contentType, String text) {
    /** The body as JSON. */
    public JsonNode json() {
      return Json.MAPPER.readTree(text);
    }
  }

  /** GET; whatever the status is. */
  public Answer get(String path) {
    return send(request(path).GET().build());
  }

  /**
   * GET that must succeed.
   *
   * @throws StackFailure for another status than 200
   */
  public JsonNode json(String path) {
    Answer answer = get(path);
    if (answer.status() != 200) {
      throw new StackFailure(
          "GET %s%s: %d %s".formatted(base, path, answer.status(), answer.text()));
    }
    return answer.json();
  }

  /** POST of JSON; whatever the status is. */
  public Answer post(String path, String body) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  /** PUT of JSON; whatever the status is. */
  public Answer put(String path, String body) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .PUT(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  /** DELETE; whatever the status is. */
  public Answer delete(String path) {
    return send(request(path).DELETE().build());
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path)).timeout(TIMEOUT);
    return token == null ? request : request.header("Authorization", "Bearer " + token);
  }

  private Answer send(HttpRequest request) {
    try {
      HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
      return new Answer(
          response.statusCode(),
          response.headers().firstValue("Content-Type").orElse(""),
          response.body());
    } catch (IOException e) {
      throw new StackFailure("%s does not answer".formatted(request.uri()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackFailure("Interrupted while %s was asked".formatted(request.uri()), e);
    }
  }
}
