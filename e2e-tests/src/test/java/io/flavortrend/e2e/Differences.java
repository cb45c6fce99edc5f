package io.flavortrend.e2e;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/** What two maps disagree on, a line for each key: thousands of equal entries say nothing. */
public final class Differences {
  private Differences() {}

  /** Empty where both are equal. */
  public static <K extends Comparable<K>, V> List<String> between(
      Map<K, V> expected, Map<K, V> actual) {
    TreeSet<K> keys = new TreeSet<>(expected.keySet());
    keys.addAll(actual.keySet());
    List<String> differences = new ArrayList<>();
    for (K key : keys) {
      if (!Objects.equals(expected.get(key), actual.get(key))) {
        differences.add(
            "%s: expected %s, is %s".formatted(key, expected.get(key), actual.get(key)));
      }
    }
    return differences;
  }
}
