package io.flavortrend.jobs.dynamicsla;

import static org.assertj.core.api.Assertions.assertThat;

import io.flavortrend.contracts.TimeDomain;
import io.flavortrend.contracts.values.DeadLetter;
import io.flavortrend.contracts.values.DynamicSlaViolation;
import io.flavortrend.contracts.values.DynamicSlaViolation.State;
import io.flavortrend.contracts.values.ModelPerformance;
import io.flavortrend.contracts.values.ModelRelease.Role;
import io.flavortrend.jobs.dynamicsla.NaiveOutcomes.Row;
import io.flavortrend.jobs.dynamicsla.NaiveOutcomes.RowKey;
import io.flavortrend.jobs.frame.JobConfig;
import io.flavortrend.jobs.frame.JobEnvironment;
import io.flavortrend.jobs.frame.capture.CapturedRecord;
import io.flavortrend.jobs.testing.CollectingSink;
import io.flavortrend.jobs.testing.Listed;
import io.flavortrend.jobs.testing.ListedSource;
import io.flavortrend.jobs.testing.StagedHistory;
import io.flavortrend.settings.Settings;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
    OutcomeDifferences differences = new OutcomeDifferences(naive);
    List<DynamicSlaViolation> shown = violations.drain();
    versionsNeverFall(shown);
    assertThat(violationRows.drain()).hasSameSizeAs(shown);
    assertThat(differences.rows(shown)).isEmpty();
    assertThat(differences.examples(examples.drain())).isEmpty();
    assertThat(differences.windows(performance.drain())).isEmpty();
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
    OutcomeDifferences differences = new OutcomeDifferences(naive);
    assertThat(differences.examples(examples.drain())).isEmpty();
    // Which rows and windows pass on the way is chance, and the former life's are shown too.
    assertThat(violations.drain())
        .extracting(OutcomeDifferences::key)
        .containsAll(naive.rows.keySet());
    assertThat(performance.drain())
        .extracting(OutcomeDifferences::window)
        .containsAll(naive.windows.keySet());
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
      Long former = last.put(OutcomeDifferences.key(row), row.version());
      assertThat(row.version()).isGreaterThanOrEqualTo(former == null ? 1 : former);
    }
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
