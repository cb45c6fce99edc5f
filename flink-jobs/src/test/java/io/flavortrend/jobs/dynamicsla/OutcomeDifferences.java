package io.flavortrend.jobs.dynamicsla;

import io.flavortrend.contracts.values.DynamicSlaViolation;
import io.flavortrend.contracts.values.DynamicSlaViolation.State;
import io.flavortrend.contracts.values.ModelPerformance;
import io.flavortrend.contracts.values.ModelRelease.Role;
import io.flavortrend.jobs.dynamicsla.NaiveOutcomes.Example;
import io.flavortrend.jobs.dynamicsla.NaiveOutcomes.ExampleKey;
import io.flavortrend.jobs.dynamicsla.NaiveOutcomes.Measured;
import io.flavortrend.jobs.dynamicsla.NaiveOutcomes.Row;
import io.flavortrend.jobs.dynamicsla.NaiveOutcomes.RowKey;
import io.flavortrend.jobs.dynamicsla.NaiveOutcomes.Window;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** What the job showed in the end against the naive batch: the first differences, in words. */
record OutcomeDifferences(NaiveOutcomes naive) {
  private static final int FIRST = 5;

  /** The job counts in microseconds. */
  private static final double CLOSE = 1e-6;

  /** Means over a window, minutes. */
  private record Means(
      Role role, long count, double mae, double bias, double coverage, double baselineMae) {
    static Means of(ModelPerformance shown) {
      return new Means(
          shown.role(),
          shown.count(),
          shown.maeMinutes(),
          shown.biasMinutes(),
          shown.coverage(),
          shown.baselineMaeMinutes());
    }

    static Means of(List<Measured> measured) {
      boolean champion = measured.stream().anyMatch(m -> m.role() == Role.CHAMPION);
      return new Means(
          champion ? Role.CHAMPION : Role.CHALLENGER,
          measured.size(),
          mean(measured, m -> Math.abs(m.error())),
          mean(measured, Measured::error),
          mean(measured, m -> m.covered() ? 1 : 0),
          mean(measured, Measured::baselineError));
    }

    private static double mean(List<Measured> measured, ToDoubleFunction<Measured> value) {
      return measured.stream().mapToDouble(value).average().orElseThrow();
    }

    boolean closeTo(Means other) {
      return role == other.role
          && count == other.count
          && Math.abs(mae - other.mae) < CLOSE
          && Math.abs(bias - other.bias) < CLOSE
          && Math.abs(coverage - other.coverage) < CLOSE
          && Math.abs(baselineMae - other.baselineMae) < CLOSE;
    }
  }

  List<String> rows(List<DynamicSlaViolation> shown) {
    Map<RowKey, Row> actual = new HashMap<>();
    newest(shown, OutcomeDifferences::key, DynamicSlaViolation::version)
        .forEach((key, row) -> actual.put(key, row(row)));
    // What was taken back says as much as what was never there.
    actual
        .entrySet()
        .removeIf(
            entry ->
                entry.getValue().state() == State.WITHDRAWN
                    && !naive.rows.containsKey(entry.getKey()));
    return differences(actual, naive.rows, Row::equals);
  }

  List<String> examples(List<TrainingExample> shown) {
    Map<ExampleKey, Example> actual = new HashMap<>();
    newest(shown, e -> new ExampleKey(e.orderId(), e.stage()), TrainingExample::version)
        .forEach(
            (key, e) ->
                actual.put(
                    key,
                    new Example(e.cityId(), e.deliveredAt(), e.etaMinutes(), e.modelVersion())));
    // The database keeps the examples of orders that were deleted after their delivery.
    actual.keySet().removeIf(key -> naive.deleted.contains(key.orderId()));
    return differences(actual, naive.examples, Example::equals);
  }

  List<String> windows(List<ModelPerformance> shown) {
    Map<Window, Means> actual = new HashMap<>();
    newest(shown, OutcomeDifferences::window, ModelPerformance::version)
        .forEach((key, value) -> actual.put(key, Means.of(value)));
    actual.values().removeIf(means -> means.count() == 0);
    Map<Window, Means> expected = new HashMap<>();
    naive.windows.forEach((key, measured) -> expected.put(key, Means.of(measured)));
    return differences(actual, expected, Means::closeTo);
  }

  static RowKey key(DynamicSlaViolation row) {
    return new RowKey(row.orderId(), row.kind());
  }

  private static Row row(DynamicSlaViolation row) {
    return new Row(
        row.state(),
        row.cityId(),
        row.stage(),
        row.modelVersion(),
        row.dueAt(),
        row.raisedAt(),
        row.actualAt());
  }

  static Window window(ModelPerformance value) {
    return new Window(value.windowStart(), value.cityId(), value.stage(), value.modelVersion());
  }

  private static <K, V> List<String> differences(
      Map<K, V> actual, Map<K, V> expected, BiPredicate<V, V> same) {
    List<String> differences = new ArrayList<>();
    Set<K> keys = new HashSet<>(expected.keySet());
    keys.addAll(actual.keySet());
    for (K key : keys) {
      @Nullable V is = actual.get(key);
      @Nullable V due = expected.get(key);
      if (is == null || due == null || !same.test(is, due)) {
        differences.add("%s is %s instead of %s".formatted(key, is, due));
      }
    }
    return differences.subList(0, Math.min(FIRST, differences.size()));
  }

  private static <K, V> Map<K, V> newest(
      List<V> shown, Function<V, K> key, ToLongFunction<V> version) {
    Map<K, V> newest = new HashMap<>();
    for (V value : shown) {
      newest.merge(
          key.apply(value),
          value,
          (held, come) -> version.applyAsLong(come) >= version.applyAsLong(held) ? come : held);
    }
    return newest;
  }
}
