package io.flavortrend.jobs.staticsla;

import static org.assertj.core.api.Assertions.assertThat;

import io.flavortrend.contracts.TimeDomain;
import io.flavortrend.contracts.values.DeadLetter;
import io.flavortrend.contracts.values.SlaViolation;
import io.flavortrend.jobs.frame.JobConfig;
import io.flavortrend.jobs.frame.JobEnvironment;
import io.flavortrend.jobs.frame.OperatorNames;
import io.flavortrend.jobs.frame.capture.CapturedRecord;
import io.flavortrend.jobs.testing.CollectingSink;
import io.flavortrend.jobs.testing.ListedSource;
import io.flavortrend.jobs.testing.StagedHistory;
import io.flavortrend.settings.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The real topology on an embedded cluster with RocksDB, against a naive batch: the same orders as
 * they would have happened and in shuffled arrival orders, 160,000 changes in all.
 */
class StaticSlaTopologyTest {
  @TempDir Path checkpoints;

  @AfterEach
  void forget() {
    ListedSource.forget();
  }

  @ParameterizedTest
  @CsvSource({
    "live, 1, 0,  1, 40000",
    "live, 1, 12, 2, 30000",
    "log,  1, 0,  2, 40000",
    "log,  2, 22, 1, 30000"
  })
  void equalsTheNaiveBatch(String domain, long seed, long shuffle, int parallelism, int changes)
      throws Exception {
    StagedHistory.Log log = new StagedHistory(seed, changes).log(shuffle);

    CollectingSink<SlaViolation> topic = new CollectingSink<>();
    List<SlaViolation> shown = run(log, config(domain, parallelism, "PT0.5S"), topic);

    versionsRise(shown);
    NaiveSla naive = new NaiveSla(TimeDomain.valueOf(domain.toUpperCase(Locale.ROOT)));
    naive.read(log.told());
    assertThat(naive.rows.values())
        .extracting(NaiveSla.Row::state)
        .contains(SlaViolation.State.values());
    assertThat(differences(shown, naive)).isEmpty();
  }

  @Test
  void equalsTheNaiveBatchAlsoAfterACrash() throws Exception {
    StagedHistory.Log log = new StagedHistory(3, 20_000).log(31);
    CollectingSink<SlaViolation> topic = new CollectingSink<>(4_000);

    List<SlaViolation> shown = run(log, config("log", 1, "PT0.2S"), topic);

    assertThat(topic.hasFailed()).isTrue();
    NaiveSla naive = new NaiveSla(TimeDomain.LOG);
    naive.read(log.told());
    assertThat(differences(shown, naive)).isEmpty();
  }

  private List<SlaViolation> run(
      StagedHistory.Log log, StaticSlaConfig config, CollectingSink<SlaViolation> topic)
      throws Exception {
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.createLocalEnvironment(
            config.job().parallelism(), JobEnvironment.configuration(config.job()));
    CollectingSink<SlaViolation> table = new CollectingSink<>();
    CollectingSink<DeadLetter> deadLetters = new CollectingSink<>();
    // Limits that say nothing, so that they never hold the orders' event time back.
    var limits =
        env.fromData(
            TypeInformation.of(LimitsMessage.class),
            new LimitsMessage(new LimitsUpdate(99, LimitMinutes.UNSAID), null));
    StaticSlaTopology.build(
        // As from Kafka, what stands in one partition is read in sequence by one subtask.
        ListedSource.of(env, "partition-0", log.partitions().get(0))
            .union(ListedSource.of(env, "partition-1", log.partitions().get(1)))
            .partitionCustom((key, subtasks) -> key % subtasks, CapturedRecord::partition),
        OperatorNames.named(limits, "sla-limits", ""),
        new StaticSlaTopology.Sinks(topic, table, deadLetters),
        config);
    env.execute();
    assertThat(deadLetters.drain()).extracting(DeadLetter::detail).isEmpty();
    assertThat(table.drain()).isNotEmpty();
    return topic.drain();
  }

  /** Without a crash no row is shown twice with the same version, and none goes back. */
  private static void versionsRise(List<SlaViolation> shown) {
    Map<NaiveSla.Key, Long> last = new HashMap<>();
    for (SlaViolation violation : shown) {
      Long former = last.put(key(violation), violation.version());
      assertThat(violation.version()).isGreaterThan(former == null ? 0 : former);
    }
  }

  private static List<String> differences(List<SlaViolation> shown, NaiveSla naive) {
    Map<NaiveSla.Key, SlaViolation> newest = new HashMap<>();
    for (SlaViolation violation : shown) {
      newest.merge(
          key(violation),
          violation,
          (held, come) -> come.version() >= held.version() ? come : held);
    }
    List<String> differences = new ArrayList<>();
    newest.forEach(
        (key, violation) -> {
          NaiveSla.Row expected = naive.rows.get(key);
          if (!NaiveSla.Row.of(violation).equals(expected)) {
            differences.add("%s is %s instead of %s".formatted(key, violation, expected));
          }
        });
    naive.rows.keySet().stream()
        .filter(key -> !newest.containsKey(key))
        .forEach(key -> differences.add("no row for " + key + ": " + naive.rows.get(key)));
    return differences.subList(0, Math.min(5, differences.size()));
  }

  private static NaiveSla.Key key(SlaViolation violation) {
    return new NaiveSla.Key(violation.orderId(), violation.limitName());
  }

  private StaticSlaConfig config(String domain, int parallelism, String checkpointInterval) {
    return StaticSlaConfig.from(
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
