package io.flavortrend.inference.drift;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * How every feature was distributed in training, out of a package's {@code metrics.json}.
 *
 * @param features by name, in the order of the file
 */
public record Fingerprint(Map<String, FeatureFingerprint> features) {
  private static final double ROUNDING = 1e-3;

  /**
   * Reads {@code metrics.fingerprint}; empty where there is none.
   *
   * @param metrics of a package
   * @param categories the features whose values are codes
   * @throws IllegalArgumentException when a feature's shares do not fit its edges, or are none
   */
  public static Fingerprint of(JsonNode metrics, Set<String> categories) {
    Map<String, FeatureFingerprint> features = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> feature : metrics.path("fingerprint").properties()) {
      String name = feature.getKey();
      features.put(name, feature(name, feature.getValue(), categories.contains(name)));
    }
    return new Fingerprint(Collections.unmodifiableMap(features));
  }

  private static FeatureFingerprint feature(String name, JsonNode json, boolean category) {
    List<Double> edges = numbers(name, json.path("edges"));
    List<Double> shares = numbers(name, json.path("shares"));
    int expected = category ? edges.size() : edges.size() + 1;
    if (shares.size() != expected) {
      throw new IllegalArgumentException(
          "The fingerprint of %s has %d shares; its %d edges need %d"
              .formatted(name, shares.size(), edges.size(), expected));
    }
    shares.add(number(name, json.path("missing")));
    double sum = shares.stream().mapToDouble(Double::doubleValue).sum();
    if (Math.abs(sum - 1) > ROUNDING) {
      throw new IllegalArgumentException(
          "The shares of %s and its missing sum up to %s, not 1".formatted(name, sum));
    }
    return new FeatureFingerprint(List.copyOf(edges), List.copyOf(shares), category);
  }

  private static List<Double> numbers(String name, JsonNode array) {
    List<Double> numbers = new ArrayList<>();
    for (JsonNode number : array) {
      numbers.add(number(name, number));
    }
    return numbers;
  }

  private static double number(String name, JsonNode number) {
    if (!number.isNumber()) {
      throw new IllegalArgumentException(
          "The fingerprint of %s has %s where a number is needed".formatted(name, number));
    }
    return number.doubleValue();
  }
}
