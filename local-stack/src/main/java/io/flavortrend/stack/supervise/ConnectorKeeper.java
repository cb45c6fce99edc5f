package io.flavortrend.stack.supervise;

import io.flavortrend.stack.home.JsonFile;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Restarts connectors and tasks that failed, e.g. since PostgreSQL or the broker was away for
 * longer than they retry: Connect itself leaves a failed task failed. Thread-safe.
 */
public final class ConnectorKeeper {
  private static final Logger LOG = LoggerFactory.getLogger(ConnectorKeeper.class);
  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();
  private final String url;
  private volatile List<ConnectorStatus> status = List.of();
  private int looks;

  /**
   * A connector as status shows it.
   *
   * @param state {@code RUNNING} where the connector and all its tasks run
   * @param problem the first failed task's reason; null where none failed
   */
  public record ConnectorStatus(String name, String state, @Nullable String problem) {}

  /**
   * @param url address of Connect's REST
   */
  public ConnectorKeeper(String url) {
    this.url = url;
  }

  /** The connectors when last looked at. */
  public List<ConnectorStatus> status() {
    return status;
  }

  /** Looks at all connectors once and restarts what failed, at most every other look. */
  public synchronized void keep() throws InterruptedException {
    looks++;
    try {
      JsonNode connectors = get("/connectors?expand=status");
      List<ConnectorStatus> seen = new ArrayList<>();
      for (JsonNode connector : connectors) {
        seen.add(look(connector.path("status")));
      }
      status = List.copyOf(seen);
    } catch (IOException | JacksonException e) {
      status = List.of();
    }
  }

  private ConnectorStatus look(JsonNode connector) throws IOException, InterruptedException {
    String name = connector.path("name").asString();
    String state = connector.at("/connector/state").asString("UNKNOWN");
    String problem = null;
    if (connector.path("tasks").isEmpty() && state.equals("RUNNING")) {
      state = "STARTING";
    }
    for (JsonNode task : connector.path("tasks")) {
      String taskState = task.path("state").asString();
      if (!taskState.equals("RUNNING") && state.equals("RUNNING")) {
        state = taskState;
      }
      if (taskState.equals("FAILED")) {
        state = taskState;
        problem = task.path("trace").asString("").lines().findFirst().orElse("no reason given");
      }
    }
    if (state.equals("FAILED") && looks % 4 == 0) {
      LOG.warn("Restarting connector {}: {}", name, problem);
      post("/connectors/%s/restart?includeTasks=true&onlyFailed=true".formatted(name));
    }
    return new ConnectorStatus(name, state, problem);
  }

  private JsonNode get(String path) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(url + path)).timeout(TIMEOUT).build();
    HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
    if (response.statusCode() != 200) {
      throw new IOException("Connect answered " + response.statusCode());
    }
    return JsonFile.MAPPER.readTree(response.body());
  }

  private void post(String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + path))
            .timeout(TIMEOUT)
            .POST(HttpRequest.BodyPublishers.noBody())
            .build();
    client.send(request, HttpResponse.BodyHandlers.discarding());
  }
}
