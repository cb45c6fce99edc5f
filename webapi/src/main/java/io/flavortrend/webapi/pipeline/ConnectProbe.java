package io.flavortrend.webapi.pipeline;

import io.flavortrend.webapi.pipeline.PipelineStatus.Connector;
import io.flavortrend.webapi.pipeline.PipelineStatus.Task;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Asks Kafka Connect's REST for its connectors and their tasks. */
final class ConnectProbe {
  private final RestProbe rest;

  ConnectProbe(RestProbe rest) {
    this.rest = rest;
  }

  Mono<List<Connector>> ask() {
    return rest.get("/connectors?expand=status")
        .map(
            connectors ->
                connectors
                    .propertyStream()
                    .map(entry -> connector(entry.getKey(), entry.getValue().path("status")))
                    .sorted((a, b) -> a.name().compareTo(b.name()))
                    .toList());
  }

  private static Connector connector(String name, JsonNode status) {
    return new Connector(
        name,
        status.path("connector").path("state").asString("UNKNOWN"),
        StreamSupport.stream(status.path("tasks").spliterator(), false)
            .map(ConnectProbe::task)
            .toList());
  }

  private static Task task(JsonNode task) {
    return new Task(task.path("id").asInt(0), task.path("state").asString("UNKNOWN"), trace(task));
  }

  private static @Nullable String trace(JsonNode task) {
    JsonNode trace = task.get("trace");
    return trace == null || trace.isNull() ? null : trace.asString("");
  }
}
