package io.flavortrend.jobs.citykpis;

import static org.assertj.core.api.Assertions.assertThat;

import io.flavortrend.contracts.TimeDomain;
import io.flavortrend.contracts.cdc.CourierRow;
import io.flavortrend.contracts.topics.TopicCatalogue;
import io.flavortrend.contracts.values.CityKpi;
import io.flavortrend.contracts.values.DeadLetter;
import io.flavortrend.jobs.cityfeatures.CityFeaturesTopology;
import io.flavortrend.jobs.frame.JobConfig;
import io.flavortrend.jobs.frame.JobEnvironment;
import io.flavortrend.jobs.frame.features.FeatureSinks;
import io.flavortrend.jobs.testing.CollectingSink;
import io.flavortrend.jobs.testing.ListedSource;
import io.flavortrend.jobs.testing.ListedTable;
import io.flavortrend.jobs.testing.TableLog;
import io.flavortrend.settings.Settings;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The real topology on an embedded cluster with RocksDB, against a naive batch. */
class CityKpisTopologyTest {
  private static final int CHANGES = 50_000;

  @TempDir Path checkpoints;

  @AfterEach
  void forget() {
    ListedSource.forget();
    ListedTable.forget();
  }

  @ParameterizedTest
  @CsvSource({
    "live, 1, 11, 1, PT0.2S",
    "live, 1, 12, 2, PT0.01S",
    "log,  2, 21, 1, PT0.2S",
    "log,  2, 22, 2, PT0S"
  })
  void equalsTheNaiveBatch(
      String domain, long seed, long shuffle, int parallelism, String emitInterval)
      throws Exception {
    CityKpisConfig config = config(domain, parallelism, emitInterval, "PT0.5S");
    RandomHistory history = new RandomHistory(seed, CHANGES);
    RandomHistory.Log log = history.log(shuffle);

    CollectingSink<CityKpi> topic = new CollectingSink<>();
    List<CityKpi> shown = run(log, config, topic);

    versionsRise(shown);
    NaiveKpis naive = new NaiveKpis(TimeDomain.valueOf(domain.toUpperCase(Locale.ROOT)));
    naive.countOld(RandomHistory.old());
    naive.count(history, log.committedAt());
    assertThat(differences(newest(shown), naive)).isEmpty();
  }

  @Test
  void equalsTheNaiveBatchAlsoAfterACrash() throws Exception {
    CityKpisConfig config = config("log", 1, "PT0.01S", "PT0.2S");
    RandomHistory history = new RandomHistory(3, CHANGES);
    RandomHistory.Log log = history.log(31);
    CollectingSink<CityKpi> topic = new CollectingSink<>(5_000);

    List<CityKpi> shown = run(log, config, topic);

    assertThat(topic.hasFailed()).isTrue();
    NaiveKpis naive = new NaiveKpis(TimeDomain.LOG);
    naive.countOld(RandomHistory.old());
    naive.count(history, log.committedAt());
    assertThat(differences(newest(shown), naive)).isEmpty();
  }

  private List<CityKpi> run(
      RandomHistory.Log log, CityKpisConfig config, CollectingSink<CityKpi> topic)
      throws Exception {
    Configuration configuration = JobEnvironment.configuration(config.job());
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.createLocalEnvironment(
            config.job().parallelism(), configuration);
    CollectingSink<CityKpi> table = new CollectingSink<>();
    CollectingSink<DeadLetter> deadLetters = new CollectingSink<>();
    var orders =
        ListedSource.of(env, "partition-0", log.partitions().get(0))
            .union(ListedSource.of(env, "partition-1", log.partitions().get(1)));
    TableLog<CourierRow> couriers = new TableLog<>(TopicCatalogue.COURIERS, CourierRow.class, 0);
    couriers.beat(Instant.parse("2030-01-01T00:00:00Z"));
    var cityFeatures =
        CityFeaturesTopology.build(
            new CityFeaturesTopology.Sources(
                orders, ListedTable.of(env, "couriers", CourierRow.class, couriers)),
            new FeatureSinks(new CollectingSink<>(), new CollectingSink<>()),
            deadLetters,
            config.features(),
            5);
    CityKpisTopology.build(
        orders, cityFeatures, new CityKpisTopology.Sinks(topic, table, deadLetters), config, 5);
    env.execute();
    assertThat(deadLetters.drain()).extracting(DeadLetter::detail).isEmpty();
    assertThat(newest(table.drain()).keySet()).isNotEmpty();
    return topic.drain();
  }

  /** The newest version of each row: what a consumer or the table keeps. */
  private static Map<NaiveKpis.Key, CityKpi> newest(List<CityKpi> shown) {
    Map<NaiveKpis.Key, CityKpi> newest = new HashMap<>();
    for (CityKpi kpi : shown) {
      newest.merge(
          new NaiveKpis.Key(kpi.cityId(), kpi.windowStart()),
          kpi,
          (held, come) -> come.version() >= held.version() ? come : held);
    }
    return newest;
  }

  /** Without a crash no row is shown twice with the same version, and none goes back. */
  private static void versionsRise(List<CityKpi> shown) {
    Map<NaiveKpis.Key, Long> last = new HashMap<>();
    for (CityKpi kpi : shown) {
      Long former = last.put(new NaiveKpis.Key(kpi.cityId(), kpi.windowStart()), kpi.version());
      assertThat(kpi.version()).isGreaterThan(former == null ? 5L << 40 : former);
    }
  }

  private static List<String> differences(Map<NaiveKpis.Key, CityKpi> newest, NaiveKpis naive) {
    List<String> differences = new ArrayList<>();
    newest.forEach(
        (key, kpi) -> {
          NaiveKpis.Row row = naive.rows.getOrDefault(key, new NaiveKpis.Row());
          if (!equal(kpi, row)) {
            differences.add(
                "%s has %s instead of %d/%d/%d %s %s"
                    .formatted(
                        key,
                        kpi,
                        row.orders,
                        row.delivered,
                        row.cancelled,
                        row.revenue,
                        row.couriers));
          }
        });
    naive.rows.forEach(
        (key, row) -> {
          if (row.eventful() && !newest.containsKey(key)) {
            differences.add("no row for " + key);
          }
        });
    return differences;
  }

  private static boolean equal(CityKpi kpi, NaiveKpis.Row row) {
    Double average = row.delivered == 0 ? null : row.delivery.toNanos() / 60e9 / row.delivered;
    return kpi.orders() == row.orders
        && kpi.delivered() == row.delivered
        && kpi.cancelled() == row.cancelled
        && kpi.revenue().compareTo(row.revenue) == 0
        && kpi.activeCouriers() == row.couriers.size()
        && (average == null
            ? kpi.avgDeliveryMinutes() == null
            : kpi.avgDeliveryMinutes() != null
                && Math.abs(average - kpi.avgDeliveryMinutes()) < 1e-6);
  }

  private CityKpisConfig config(
      String domain, int parallelism, String emitInterval, String checkpointInterval) {
    return CityKpisConfig.from(
        Settings.of(
            Map.of(
                JobConfig.TIME_DOMAIN,
                domain,
                JobConfig.PARALLELISM,
                Integer.toString(parallelism),
                JobConfig.CHECKPOINT_INTERVAL,
                checkpointInterval,
                JobConfig.CHECKPOINTS_DIR,
                checkpoints.toString(),
                CityKpisConfig.EMIT_INTERVAL,
                emitInterval)));
  }
}
