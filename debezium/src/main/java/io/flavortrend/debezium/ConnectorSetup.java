package io.flavortrend.debezium;

import io.flavortrend.debezium.ConnectWorker.NotReadyException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Brings a connector to Kafka Connect and waits until it runs. Applying it again changes nothing,
 * but restarts what has failed.
 */
public final class ConnectorSetup {
  private static final Duration PAUSE = Duration.ofMillis(100);

  private final ConnectWorker worker;
  private final Duration timeout;

  /**
   * @param connect base URL of Kafka Connect's REST interface
   * @param timeout how long a connector may take until it and its tasks run
   */
  public ConnectorSetup(URI connect, Duration timeout) {
    this.worker = new ConnectWorker(connect);
    this.timeout = timeout;
  }

  /**
   * Applies one connector.
   *
   * @return what was done, one sentence
   * @throws ConnectException when Connect refuses it, with Connect's own reason, or does not run it
   *     in time
   * @throws InterruptedException when the calling thread is interrupted
   */
  public String apply(ConnectorDefinition connector) throws ConnectException, InterruptedException {
    long deadline = System.nanoTime() + timeout.toNanos();
    String problem = "it was not applied";
    String done = null;
    boolean restarted = false;
    while (System.nanoTime() < deadline) {
      try {
        if (done == null) {
          done = put(connector);
        }
        Optional<JsonNode> status = worker.status(connector.name());
        problem = status.map(ConnectorSetup::problem).orElse("it has no state yet");
        if (problem.isEmpty()) {
          return done;
        }
        if (problem.contains("FAILED") && !restarted) {
          worker.restartFailed(connector.name());
          restarted = true;
        }
      } catch (NotReadyException e) {
        problem = String.valueOf(e.getMessage());
      }
      Thread.sleep(PAUSE.toMillis());
    }
    throw new ConnectException(
        "Connector %s does not run after %d s: %s"
            .formatted(connector.name(), timeout.toSeconds(), problem));
  }

  private String put(ConnectorDefinition connector)
      throws ConnectException, NotReadyException, InterruptedException {
    Map<String, String> wanted = new HashMap<>(connector.config());
    wanted.put("name", connector.name());
    Optional<Map<String, String>> present = worker.config(connector.name());
    // Connect restarts a connector at each PUT, even of the same configuration.
    if (present.isPresent() && present.get().equals(wanted)) {
      return "connector %s is as it should be".formatted(connector.name());
    }
    worker.put(connector);
    return (present.isPresent() ? "changed" : "created") + " connector " + connector.name();
  }

  /** Empty when the connector and at least one task run; else the first thing that does not. */
  private static String problem(JsonNode status) {
    JsonNode connector = status.path("connector");
    if (!state(connector).equals("RUNNING")) {
      return "it is " + described(connector);
    }
    JsonNode tasks = status.path("tasks");
    if (tasks.isEmpty()) {
      return "it has no task yet";
    }
    for (JsonNode task : tasks) {
      if (!state(task).equals("RUNNING")) {
        return "its task is " + described(task);
      }
    }
    return "";
  }

  private static String described(JsonNode part) {
    String trace = part.path("trace").asString("").strip();
    return trace.isEmpty()
        ? state(part)
        : state(part) + ", " + trace.lines().findFirst().orElse("");
  }

  private static String state(JsonNode part) {
    return part.path("state").asString("unknown");
  }
}
