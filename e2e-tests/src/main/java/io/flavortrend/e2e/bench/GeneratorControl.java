package io.flavortrend.e2e.bench;

import io.flavortrend.e2e.stack.Json;
import io.flavortrend.e2e.stack.RestClient;
import io.flavortrend.e2e.stack.RestClient.Answer;
import io.flavortrend.e2e.stack.Stack;
import java.io.IOException;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Sets the simulated load. */
final class GeneratorControl {
  /** The benchmark workload: an order's stages compressed to this. */
  static final int LIFECYCLE_SECONDS = 40;

  private final RestClient generator;

  GeneratorControl(Stack stack) {
    generator = new RestClient(stack.generatorUrl(), stack.token("operator"));
  }

  /** Full lifecycles at a constant rate. */
  void constant(double ordersPerSecond) throws IOException {
    post(
        "/rate",
        Json.MAPPER.writeValueAsString(
            Map.of(
                "orders_per_second",
                ordersPerSecond,
                "lifecycle_seconds",
                LIFECYCLE_SECONDS,
                "constant",
                true)));
  }

  /** Ends the simulation; orders that are on their way stay there. */
  void stop() throws IOException {
    post("/stop", "");
  }

  private void post(String path, String body) throws IOException {
    Answer answer = generator.post(path, body);
    if (answer.status() != 200) {
      throw new IOException(
          "the generator answered %d: %s".formatted(answer.status(), answer.text()));
    }
  }

  /** What the generator says of itself. */
  JsonNode status() {
    return generator.json("/status");
  }
}
