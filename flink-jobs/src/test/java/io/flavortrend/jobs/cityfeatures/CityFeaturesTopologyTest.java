package io.flavortrend.jobs.cityfeatures;

import static org.assertj.core.api.Assertions.assertThat;

import io.flavortrend.contracts.TimeDomain;
import io.flavortrend.contracts.cdc.CourierRow;
import io.flavortrend.contracts.cdc.OrderRow;
import io.flavortrend.contracts.values.DeadLetter;
import io.flavortrend.contracts.values.FeatureVersion;
import io.flavortrend.features.catalogue.FeatureCatalogue;
import io.flavortrend.features.catalogue.FeatureEntity;
import io.flavortrend.features.city.NaiveCity;
import io.flavortrend.features.testing.Dating;
import io.flavortrend.jobs.frame.JobConfig;
import io.flavortrend.jobs.frame.JobEnvironment;
import io.flavortrend.jobs.frame.features.FeatureConfig;
import io.flavortrend.jobs.frame.features.FeatureRecord;
import io.flavortrend.jobs.frame.features.FeatureSinks;
import io.flavortrend.jobs.testing.CollectingSink;
import io.flavortrend.jobs.testing.FeatureHistory;
import io.flavortrend.jobs.testing.FeatureVersions;
import io.flavortrend.jobs.testing.ListedTable;
import io.flavortrend.settings.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The real topology on an embedded cluster with RocksDB, against a naive batch. */
class CityFeaturesTopologyTest {
  private static final List<String> NAMES = FeatureCatalogue.names(FeatureEntity.CITY);

  @TempDir Path checkpoints;

  @AfterEach
  void forget() {
    ListedTable.forget();
  }

  @ParameterizedTest
  @CsvSource({
    "live, 100000, 1, 11, 1, PT0.1S",
    "live,  20000, 2, 12, 2, PT0S",
    "log,   20000, 2, 13, 1, PT0.1S",
    "log,   20000, 3, 21, 2, PT1S"
  })
  void equalsTheNaiveBatch(
      String domain, int changes, long seed, long shuffle, int parallelism, String interval)
      throws Exception {
    TimeDomain timeDomain = TimeDomain.valueOf(domain.toUpperCase(Locale.ROOT));
    FeatureHistory history = new FeatureHistory(seed, changes);
    FeatureHistory.Log log = history.log(shuffle);
    CollectingSink<FeatureRecord> topic = new CollectingSink<>();
    run(log, config(domain, parallelism, interval, "PT0.5S"), topic);

    List<FeatureRecord> records = topic.drain();
    FeatureVersions.rise(FeatureVersions.of(records));
    if (parallelism == 1) {
      FeatureVersions.keepWhatMarkersPromise(records);
    }
    assertThat(differences(history, log, timeDomain, records)).isEmpty();
  }

  @Test
  void equalsTheNaiveBatchAlsoAfterACrash() throws Exception {
    FeatureHistory history = new FeatureHistory(3, 20_000);
    FeatureHistory.Log log = history.log(31);
    CollectingSink<FeatureRecord> topic = new CollectingSink<>(2_000);
    run(log, config("log", 1, "PT0.1S", "PT0.2S"), topic);

    assertThat(topic.hasFailed()).isTrue();
    assertThat(differences(history, log, TimeDomain.LOG, topic.drain())).isEmpty();
  }

  private void run(
      FeatureHistory.Log log, FeatureConfig config, CollectingSink<FeatureRecord> topic)
      throws Exception {
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.createLocalEnvironment(
            config.job().parallelism(), JobEnvironment.configuration(config.job()));
    CollectingSink<FeatureVersion> table = new CollectingSink<>();
    CollectingSink<DeadLetter> deadLetters = new CollectingSink<>();
    CityFeaturesTopology.build(
        new CityFeaturesTopology.Sources(
            ListedTable.of(env, "orders-0", OrderRow.class, log.orders().get(0))
                .union(ListedTable.of(env, "orders-1", OrderRow.class, log.orders().get(1))),
            ListedTable.of(env, "couriers", CourierRow.class, log.couriers())),
        new FeatureSinks(topic, table),
        deadLetters,
        config,
        5);
    env.execute();
    assertThat(deadLetters.drain()).extracting(DeadLetter::detail).isEmpty();
    assertThat(table.drain()).isNotEmpty();
  }

  private static List<String> differences(
      FeatureHistory history,
      FeatureHistory.Log log,
      TimeDomain domain,
      List<FeatureRecord> records) {
    Map<Long, FeatureVersion> newest = FeatureVersions.newest(FeatureVersions.of(records));
    Map<Long, List<OrderRow>> orders =
        history.last().collect(Collectors.groupingBy(order -> (long) order.cityId()));
    Dating dating = history.dating(log, domain);
    List<String> differences = new ArrayList<>();
    for (long id = 1; id <= FeatureHistory.CITIES; id++) {
      int city = (int) id;
      int idle =
          (int)
              history.couriers.values().stream()
                  .filter(row -> row != null && row.cityId() == city)
                  .filter(row -> row.status().equals("idle"))
                  .count();
      double[] expected =
          NaiveCity.values(orders.getOrDefault(id, List.of()), dating, idle, log.end());
      FeatureVersion version = newest.get(id);
      if (version == null) {
        differences.add("no version of " + id);
      } else {
        differences.addAll(FeatureVersions.differences(NAMES, version, expected));
        assertThat(version.cityId()).isNotNull();
      }
    }
    return differences;
  }

  private FeatureConfig config(
      String domain, int parallelism, String interval, String checkpointInterval) {
    return FeatureConfig.from(
        "city-kpis",
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
                FeatureConfig.VERSION_INTERVAL,
                interval)));
  }
}
