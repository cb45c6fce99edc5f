package io.flavortrend.generator.control;

import io.flavortrend.generator.simulation.ScenarioKind;
import io.flavortrend.generator.world.City;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The body of {@code POST /scenarios}.
 *
 * @param minutes how long it lasts, of the simulated clock, which is the wall's
 * @param strength above 0, up to 1
 */
record ScenarioRequest(ScenarioKind kind, int cityId, double minutes, double strength) {
  private static final double DEFAULT_MINUTES = 30;
  private static final double DEFAULT_STRENGTH = 0.7;
  private static final double LONGEST_MINUTES = 24 * 60;
  private static final double WEAKEST = 0.05;

  static ScenarioRequest read(JsonNode body, List<City> cities) throws Problem {
    if (!body.isObject()) {
      throw Problem.badRequest("The body must be a JSON object with kind and city_id");
    }
    Set<String> unknown = new TreeSet<>(body.propertyNames());
    unknown.removeAll(Set.of("kind", "city_id", "minutes", "strength"));
    if (!unknown.isEmpty()) {
      throw Problem.badRequest(
          "Unknown %s: allowed are kind, city_id, minutes, strength".formatted(unknown));
    }
    return new ScenarioRequest(
        kind(body.get("kind")),
        city(body.get("city_id"), cities),
        number(body, "minutes", DEFAULT_MINUTES, 1, LONGEST_MINUTES),
        number(body, "strength", DEFAULT_STRENGTH, WEAKEST, 1));
  }

  private static ScenarioKind kind(@Nullable JsonNode value) throws Problem {
    for (ScenarioKind kind : ScenarioKind.values()) {
      if (value != null && value.isString() && value.stringValue().equals(kind.code())) {
        return kind;
      }
    }
    throw Problem.badRequest(
        "kind is %s: allowed is %s"
            .formatted(
                value,
                Arrays.stream(ScenarioKind.values())
                    .map(ScenarioKind::code)
                    .collect(Collectors.joining(", "))));
  }

  private static int city(@Nullable JsonNode value, List<City> cities) throws Problem {
    for (City city : cities) {
      if (value != null && value.isIntegralNumber() && value.longValue() == city.id()) {
        return city.id();
      }
    }
    throw Problem.badRequest(
        "city_id is %s: allowed is %s"
            .formatted(
                value,
                cities.stream()
                    .map(city -> "%d (%s)".formatted(city.id(), city.name()))
                    .collect(Collectors.joining(", "))));
  }

  private static double number(JsonNode body, String key, double absent, double min, double max)
      throws Problem {
    JsonNode value = body.get(key);
    if (value == null) {
      return absent;
    }
    if (value.isNumber() && value.doubleValue() >= min && value.doubleValue() <= max) {
      return value.doubleValue();
    }
    throw Problem.badRequest(
        "%s is %s: allowed is a number from %s to %s".formatted(key, value, min, max));
  }
}
