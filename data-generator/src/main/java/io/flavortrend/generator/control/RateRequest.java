package io.flavortrend.generator.control;

import io.flavortrend.generator.GeneratorConfig;
import io.flavortrend.generator.simulation.Pace;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the body of {@code POST /rate}; what it leaves out stays as it is. */
final class RateRequest {
  private static final String RATE = "orders_per_second";
  private static final String LIFECYCLE = "lifecycle_seconds";
  private static final String CONSTANT = "constant";

  private RateRequest() {}

  static Pace read(JsonNode body, Pace current) throws Problem {
    if (!body.isObject()) {
      throw Problem.badRequest("The body must be a JSON object with " + RATE);
    }
    Set<String> unknown = new TreeSet<>(body.propertyNames());
    unknown.removeAll(Set.of(RATE, LIFECYCLE, CONSTANT));
    if (!unknown.isEmpty()) {
      throw Problem.badRequest(
          "Unknown %s: allowed are %s, %s, %s".formatted(unknown, RATE, LIFECYCLE, CONSTANT));
    }
    double rate =
        body.has(RATE)
            ? number(body, RATE, 0, Pace.MAX_ORDERS_PER_SECOND)
            : current.ordersPerSecond();
    return new Pace(rate, constant(body, current), lifecycle(body, current));
  }

  private static @Nullable Double lifecycle(JsonNode body, Pace current) throws Problem {
    if (!body.has(LIFECYCLE)) {
      return current.lifecycleSeconds();
    }
    return body.get(LIFECYCLE).isNull()
        ? null
        : number(
            body,
            LIFECYCLE,
            GeneratorConfig.MIN_LIFECYCLE_SECONDS,
            GeneratorConfig.MAX_LIFECYCLE_SECONDS);
  }

  private static boolean constant(JsonNode body, Pace current) throws Problem {
    JsonNode value = body.get(CONSTANT);
    if (value == null) {
      return current.constant();
    }
    if (!value.isBoolean()) {
      throw Problem.badRequest("%s is %s: allowed is true or false".formatted(CONSTANT, value));
    }
    return value.booleanValue();
  }

  private static double number(JsonNode body, String key, double min, double max) throws Problem {
    JsonNode value = body.get(key);
    if (value != null && value.isNumber()) {
      double number = value.doubleValue();
      if (number >= min && number <= max) {
        return number;
      }
    }
    throw Problem.badRequest(
        "%s is %s: allowed is a number from %s to %s".formatted(key, value, min, max));
  }
}
