package io.flavortrend.jobs.dynamicsla;

import static org.assertj.core.api.Assertions.assertThat;

import io.flavortrend.contracts.TimeDomain;
import io.flavortrend.contracts.values.DeadLetter;
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
import io.flavortrend.jobs.frame.JobConfig;
import io.flavortrend.jobs.frame.JobEnvironment;
import io.flavortrend.jobs.frame.capture.CapturedRecord;
import io.flavortrend.jobs.testing.CollectingSink;
import io.flavortrend.jobs.testing.Listed;
import io.flavortrend.jobs.testing.ListedSource;
import io.flavortrend.jobs.testing.StagedHistory;
import io.flavortrend.settings.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The real topology on an embedded cluster with RocksDB, against a naive batch. Orders and
 * predictions are read at whatever pace: which comes first is chance, and makes no difference.
 */
class DynamicSlaTopologyTest {
  @TempDir Path checkpoints;

  private CollectingSink<DynamicSlaViolation> violations = new CollectingSink<>();
  private final CollectingSink<DynamicSlaViolation> violationRows = new CollectingSink<>();
  private final CollectingSink<ModelPerformance> performance = new CollectingSink<>();
  private final CollectingSink<ModelPerformance> performanceRows = new CollectingSink<>();
  private final CollectingSink<TrainingExample> examples = new CollectingSink<>();
  private final CollectingSink<DeadLetter> letters = new CollectingSink<>();

  @AfterEach
  void forget() {
    ListedSource.forget();
    Listed.forget();
  }

  @ParameterizedTest
  @CsvSource({
    // domain, seed, shuffle of the orders, predictions shuffled, parallelism, changes
    "live, 1, 0,  false, 1, 15000",
    "live, 2, 12, true,  2, 15000",
    "log,  1, 0,  true,  2, 15000",
    "log,  3, 22, false, 1, 15000"
  })
  void equalsTheNaiveBatch(
      String domain, long seed, long shuffle, boolean shuffled, int parallelism, int changes)
      throws Exception {
    StagedHistory.Log log = new StagedHistory(seed, changes).log(shuffle);
    RandomPredictions predictions = new RandomPredictions(seed, log.told(), true, shuffled);

    run(log, predictions, config(domain, parallelism, "PT0.5S"));

    NaiveOutcomes naive = new NaiveOutcomes(TimeDomain.valueOf(domain.toUpperCase(Locale.ROOT)));
    naive.read(log.told(), predictions.told);
    assertThat(naive.rows.values()).extracting(Row::state).contains(State.values());
    assertThat(naive.examples).hasSizeGreaterThan(1_000);
    List<DynamicSlaViolation> shown = violations.drain();
    versionsNeverFall(shown);
    assertThat(violationRows.drain()).hasSameSizeAs(shown);
    assertThat(first(rowDifferences(shown, naive))).isEmpty();
    assertThat(first(exampleDifferences(examples.drain(), naive))).isEmpty();
    assertThat(first(windowDifferences(performance.drain(), naive))).isEmpty();
    // Deleted orders are known no more when their predictions come.
    assertThat(letters.drain())
        .allSatisfy(letter -> assertThat(letter.reason()).isEqualTo(DeadLetter.Reason.LATE));
  }

  @Test
  void losesNothingInACrash() throws Exception {
    StagedHistory.Log log = new StagedHistory(4, 15_000).log(0);
    RandomPredictions predictions = new RandomPredictions(4, log.told(), false, false);
    violations = new CollectingSink<>(700);

    run(log, predictions, config("log", 1, "PT0.2S"));

    assertThat(violations.hasFailed()).isTrue();
    NaiveOutcomes naive = new NaiveOutcomes(TimeDomain.LOG);
    naive.read(log.told(), predictions.told);
    assertThat(first(exampleDifferences(examples.drain(), naive))).isEmpty();
    assertThat(first(windowDifferences(performance.drain(), naive))).isEmpty();
    List<DynamicSlaViolation> shown = violations.drain();
    assertThat(shown).extracting(DynamicSlaTopologyTest::key).containsAll(naive.rows.keySet());
  }

  private void run(StagedHistory.Log log, RandomPredictions predictions, DynamicSlaConfig config)
      throws Exception {
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.createLocalEnvironment(
            config.job().parallelism(), JobEnvironment.configuration(config.job()));
    DynamicSlaTopology.build(
        new DynamicSlaTopology.Sources(
            // As from Kafka, what stands in one partition is read in sequence by one subtask.
            ListedSource.of(env, "partition-0", log.partitions().get(0))
                .union(ListedSource.of(env, "partition-1", log.partitions().get(1)))
                .partitionCustom((key, subtasks) -> key % subtasks, CapturedRecord::partition),
            listed(env, "champions", predictions.messages(Role.CHAMPION)),
            listed(env, "challengers", predictions.messages(Role.CHALLENGER))),
        new DynamicSlaTopology.Sinks(
            violations, violationRows, performance, performanceRows, examples, letters),
        config,
        1);
    env.execute();
    assertThat(performanceRows.drain()).isNotEmpty();
  }

  /** Each order's predictions are read in sequence by one subtask. */
  private static DataStream<PredictionMessage> listed(
      StreamExecutionEnvironment env, String uid, List<PredictionMessage> messages) {
    return Listed.of(env, uid, PredictionMessage.class, WatermarkStrategy.noWatermarks(), messages)
        .partitionCustom(
            (key, subtasks) -> (int) (key % subtasks), message -> message.told().orderId());
  }

  private static void versionsNeverFall(List<DynamicSlaViolation> shown) {
    Map<RowKey, Long> last = new HashMap<>();
    for (DynamicSlaViolation row : shown) {
      Long former = last.put(key(row), row.version());
      assertThat(row.version()).isGreaterThanOrEqualTo(former == null ? 1 : former);
    }
  }

  private static List<String> rowDifferences(List<DynamicSlaViolation> shown, NaiveOutcomes naive) {
    List<String> differences = new ArrayList<>();
    Map<RowKey, DynamicSlaViolation> newest =
        newest(shown, DynamicSlaTopologyTest::key, DynamicSlaViolation::version);
    Set<RowKey> keys = new HashSet<>(naive.rows.keySet());
    keys.addAll(newest.keySet());
    for (RowKey key : keys) {
      Row expected = naive.rows.get(key);
      Row actual = newest.containsKey(key) ? row(newest.get(key)) : null;
      // What was taken back says as much as what was never there.
      boolean nothing = expected == null && actual != null && actual.state() == State.WITHDRAWN;
      if (!nothing && !Objects.equals(actual, expected)) {
        differences.add("%s is %s instead of %s".formatted(key, actual, expected));
      }
    }
    return differences;
  }

  private static List<String> exampleDifferences(List<TrainingExample> shown, NaiveOutcomes naive) {
    Map<ExampleKey, Example> actual = new HashMap<>();
    newest(shown, e -> new ExampleKey(e.orderId(), e.stage()), TrainingExample::version)
        .forEach(
            (key, e) ->
                actual.put(
                    key,
                    new Example(e.cityId(), e.deliveredAt(), e.etaMinutes(), e.modelVersion())));
    // The database keeps the examples of orders that were deleted after their delivery.
    actual.keySet().removeIf(key -> naive.deleted.contains(key.orderId()));
    return differences(actual, naive.examples);
  }

  private static List<String> windowDifferences(List<ModelPerformance> shown, NaiveOutcomes naive) {
    Map<Window, String> actual = new HashMap<>();
    newest(shown, DynamicSlaTopologyTest::window, ModelPerformance::version)
        .forEach(
            (key, p) -> {
              if (p.count() > 0) {
                actual.put(
                    key,
                    means(
                        p.role(),
                        p.count(),
                        p.maeMinutes(),
                        p.biasMinutes(),
                        p.coverage(),
                        p.baselineMaeMinutes()));
              }
            });
    Map<Window, String> expected = new HashMap<>();
    naive.windows.forEach((key, measured) -> expected.put(key, means(measured)));
    return differences(actual, expected);
  }

  private static String means(List<Measured> measured) {
    boolean shown = measured.stream().anyMatch(m -> m.role() == Role.CHAMPION);
    return means(
        shown ? Role.CHAMPION : Role.CHALLENGER,
        measured.size(),
        measured.stream().mapToDouble(m -> Math.abs(m.error())).average().orElseThrow(),
        measured.stream().mapToDouble(Measured::error).average().orElseThrow(),
        measured.stream().mapToDouble(m -> m.covered() ? 1 : 0).average().orElseThrow(),
        measured.stream().mapToDouble(Measured::baselineError).average().orElseThrow());
  }

  private static String means(
      Role role, long count, double mae, double bias, double coverage, double baselineMae) {
    return "%s %d %.4f %.4f %.4f %.4f"
        .formatted(role, count, mae, bias + 0.0, coverage, baselineMae)
        .replace("-0.0000", "0.0000");
  }

  private static <K, V> List<String> differences(Map<K, V> actual, Map<K, V> expected) {
    List<String> differences = new ArrayList<>();
    Set<K> keys = new HashSet<>(expected.keySet());
    keys.addAll(actual.keySet());
    for (K key : keys) {
      if (!Objects.equals(actual.get(key), expected.get(key))) {
        differences.add(
            "%s is %s instead of %s".formatted(key, actual.get(key), expected.get(key)));
      }
    }
    return differences;
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

  private static List<String> first(List<String> differences) {
    return differences.subList(0, Math.min(5, differences.size()));
  }

  private static RowKey key(DynamicSlaViolation row) {
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

  private static Window window(ModelPerformance value) {
    return new Window(value.windowStart(), value.cityId(), value.stage(), value.modelVersion());
  }

  private DynamicSlaConfig config(String domain, int parallelism, String checkpointInterval) {
    return DynamicSlaConfig.from(
        Settings.of(
            Map.of(
                JobConfig.TIME_DOMAIN,
                domain,
                JobConfig.PARALLELISM,
                Integer.toString(parallelism),
                JobConfig.CHECKPOINT_INTERVAL,
                checkpointInterval,
                JobConfig.CHECKPOINTS_DIR,
                checkpoints.toString())));
  }
}
