package io.flavortrend.jobs.etaprediction;

import static org.assertj.core.api.Assertions.assertThat;

import io.flavortrend.contracts.values.DeadLetter;
import io.flavortrend.contracts.values.DeadLetter.Reason;
import io.flavortrend.contracts.values.EtaPrediction;
import io.flavortrend.contracts.values.FeatureVersion;
import io.flavortrend.features.catalogue.FeatureEntity;
import io.flavortrend.jobs.etaprediction.NaivePredictions.Key;
import io.flavortrend.jobs.etaprediction.NaivePredictions.Row;
import io.flavortrend.jobs.frame.JobConfig;
import io.flavortrend.jobs.frame.features.FeatureRecord;
import io.flavortrend.jobs.testing.CollectingSink;
import io.flavortrend.jobs.testing.FeatureVersions;
import io.flavortrend.jobs.testing.Listed;
import io.flavortrend.settings.Settings;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The real topology on an embedded cluster with RocksDB, against a reader that scans the logs. */
class EtaPredictionTopologyTest {
  private static final DeadLetter BROKEN =
      new DeadLetter(1, "t", 0, 0, "eta-prediction", Reason.MALFORMED, "oops", "", Instant.EPOCH);

  @TempDir Path checkpoints;

  @AfterEach
  void forget() {
    Listed.forget();
  }

  @ParameterizedTest
  @CsvSource({"log, 1, 1", "log, 2, 2", "live, 3, 1", "live, 4, 2"})
  void equalsTheNaiveReader(String domain, long seed, int parallelism) throws Exception {
    RandomWorld world = new RandomWorld(seed, 3_000);
    Map<FeatureEntity, List<FeatureRecord>> features = new EnumMap<>(FeatureEntity.class);
    NaivePredictions naive = new NaivePredictions();
    for (FeatureEntity entity : FeatureEntity.values()) {
      features.put(entity, world.features(entity, BROKEN));
      for (FeatureVersion version : FeatureVersions.of(features.get(entity))) {
        naive.add(entity, version);
      }
    }
    CollectingSink<DeadLetter> deadLetters = new CollectingSink<>();

    List<EtaPrediction> told =
        EtaPredictionRun.of(world, features, config(domain, parallelism), deadLetters);

    assertThat(deadLetters.drain()).hasSize(4);
    Map<Key, Row> expected = naive.read(world.orders());
    Map<Key, Row> actual = new HashMap<>();
    EtaPredictionRun.newest(told).forEach((key, prediction) -> actual.put(key, Row.of(prediction)));
    assertThat(actual.keySet()).isEqualTo(expected.keySet()).hasSizeGreaterThan(7_000);
    assertThat(
            actual.entrySet().stream()
                .filter(e -> !e.getValue().equals(expected.get(e.getKey())))
                .map(e -> e + " instead of " + expected.get(e.getKey()))
                .limit(3))
        .isEmpty();
    if (domain.equals("log")) {
      // Nothing is late where nobody goes by the clock.
      assertThat(told).noneMatch(p -> p.reasons().toString().contains("_late"));
      assertThat(told).allMatch(p -> p.version() % 16 == 0);
    }
    assertEachIsToldOnce(told);
  }

  private static void assertEachIsToldOnce(List<EtaPrediction> told) {
    Set<List<Object>> versions = new HashSet<>();
    for (EtaPrediction prediction : told) {
      assertThat(
              versions.add(List.of(prediction.orderId(), prediction.stage(), prediction.version())))
          .as("%s", prediction)
          .isTrue();
    }
  }

  private EtaPredictionConfig config(String domain, int parallelism) {
    return EtaPredictionConfig.from(
        Settings.of(
            Map.of(
                JobConfig.TIME_DOMAIN,
                domain,
                JobConfig.PARALLELISM,
                Integer.toString(parallelism),
                JobConfig.CHECKPOINT_INTERVAL,
                "PT0.5S",
                JobConfig.CHECKPOINTS_DIR,
                checkpoints.toString())));
  }
}
