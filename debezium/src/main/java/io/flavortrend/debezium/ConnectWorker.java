package io.flavortrend.debezium;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Kafka Connect's REST interface, as far as it is needed here. Thread-safe. */
final class ConnectWorker {
  private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(30);
  private static final JsonMapper MAPPER = new JsonMapper();

  /** The worker cannot answer now: starting, or moving connectors about. */
  static final class NotReadyException extends Exception {
    private static final long serialVersionUID = 1L;

    NotReadyException(String message) {
      super(message);
    }
  }

  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
  private final URI base;

  ConnectWorker(URI base) {
    this.base = base;
  }

  /** The connector's configuration; empty when there is no such connector. */
  Optional<Map<String, String>> config(String name)
      throws ConnectException, NotReadyException, InterruptedException {
    HttpResponse<String> response = send("GET", "/config", name, BodyPublishers.noBody());
    return response.statusCode() == 404
        ? Optional.empty()
        : Optional.of(
            MAPPER.convertValue(json(name, response), new TypeReference<Map<String, String>>() {}));
  }

  void put(ConnectorDefinition connector)
      throws ConnectException, NotReadyException, InterruptedException {
    String body = MAPPER.writeValueAsString(connector.config());
    accepted(send("PUT", "/config", connector.name(), BodyPublishers.ofString(body)));
  }

  /** State of the connector and its tasks; empty while Connect does not know of it yet. */
  Optional<JsonNode> status(String name)
      throws ConnectException, NotReadyException, InterruptedException {
    HttpResponse<String> response = send("GET", "/status", name, BodyPublishers.noBody());
    return response.statusCode() == 404 ? Optional.empty() : Optional.of(json(name, response));
  }

  void restartFailed(String name) throws ConnectException, NotReadyException, InterruptedException {
    accepted(
        send("POST", "/restart?includeTasks=true&onlyFailed=true", name, BodyPublishers.noBody()));
  }

  private HttpResponse<String> send(String method, String path, String name, BodyPublisher body)
      throws NotReadyException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(base + "/connectors/" + name + path))
            .timeout(REQUEST_TIMEOUT)
            .header("Content-Type", "application/json")
            .method(method, body)
            .build();
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      NotReadyException notReady =
          new NotReadyException("Kafka Connect at %s does not answer".formatted(base));
      notReady.initCause(e);
      throw notReady;
    }
  }

  private String accepted(HttpResponse<String> response)
      throws ConnectException, NotReadyException {
    int status = response.statusCode();
    if (status / 100 == 2) {
      return response.body();
    }
    String reason = reason(response.body());
    // 409: connectors are being moved; 404 and 503: still starting.
    if (status == 409 || status == 404 || status == 503) {
      throw new NotReadyException(reason);
    }
    throw new ConnectException("Kafka Connect refused (%d): %s".formatted(status, reason));
  }

  private JsonNode json(String name, HttpResponse<String> response)
      throws ConnectException, NotReadyException {
    String body = accepted(response);
    try {
      return MAPPER.readTree(body);
    } catch (JacksonException e) {
      ConnectException stranger =
          new ConnectException(
              "%s does not answer as Kafka Connect when asked for %s: is FLAVOR_CONNECT_URL right?"
                  .formatted(base, name));
      stranger.initCause(e);
      throw stranger;
    }
  }

  private static String reason(String body) {
    try {
      return MAPPER.readTree(body).path("message").asString(body);
    } catch (JacksonException e) {
      return body;
    }
  }
}
