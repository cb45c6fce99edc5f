package io.flavortrend.jobs.etaprediction;

import static org.assertj.core.api.Assertions.assertThat;

import io.flavortrend.contracts.values.DeadLetter;
import io.flavortrend.contracts.values.DeadLetter.Reason;
import io.flavortrend.contracts.values.EtaPrediction;
import io.flavortrend.features.catalogue.FeatureEntity;
import io.flavortrend.jobs.etaprediction.NaivePredictions.Key;
import io.flavortrend.jobs.etaprediction.model.ReleaseMessage;
import io.flavortrend.jobs.frame.JobEnvironment;
import io.flavortrend.jobs.frame.features.FeatureRecord;
import io.flavortrend.jobs.frame.progress.MarkerWatermarks;
import io.flavortrend.jobs.testing.CollectingSink;
import io.flavortrend.jobs.testing.Listed;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The real topology on an embedded cluster with RocksDB, without any model but the baseline. */
final class EtaPredictionRun {
  private static final DeadLetter BROKEN_RELEASE =
      new DeadLetter(1, "t", 0, 0, "eta-prediction", Reason.MALFORMED, "oops", "", Instant.EPOCH);

  private EtaPredictionRun() {}

  /** The newest prediction of each order and stage. */
  static Map<Key, EtaPrediction> newest(List<EtaPrediction> told) {
    Map<Key, EtaPrediction> newest = new HashMap<>();
    for (EtaPrediction prediction : told) {
      newest.merge(
          new Key(prediction.orderId(), prediction.stage()),
          prediction,
          (held, come) -> come.version() >= held.version() ? come : held);
    }
    return newest;
  }

  /** Runs it to the end of its inputs, and tells every answer of the champion. */
  static List<EtaPrediction> of(
      RandomWorld world,
      Map<FeatureEntity, List<FeatureRecord>> features,
      EtaPredictionConfig config,
      CollectingSink<DeadLetter> deadLetters)
      throws Exception {
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.createLocalEnvironment(
            config.job().parallelism(), JobEnvironment.configuration(config.job()));
    CollectingSink<EtaPrediction> topic = new CollectingSink<>();
    CollectingSink<EtaPrediction> table = new CollectingSink<>();
    CollectingSink<EtaPrediction> shadow = new CollectingSink<>();
    EtaPredictionTopology.build(
        new EtaPredictionTopology.Sources(
            // As from Kafka, what stands in one partition is read in sequence by one subtask.
            Listed.of(
                    env,
                    "orders",
                    OrderMessage.class,
                    MarkerWatermarks.strategy(),
                    world.messages(config.job().timeDomain()))
                .global(),
            listed(env, FeatureEntity.RESTAURANT, features),
            listed(env, FeatureEntity.COURIER, features),
            listed(env, FeatureEntity.CITY, features),
            Listed.of(
                env,
                "eta-models",
                ReleaseMessage.class,
                WatermarkStrategy.noWatermarks(),
                List.of(new ReleaseMessage(null, BROKEN_RELEASE)))),
        release -> {
          throw new IllegalStateException("No release");
        },
        new EtaPredictionTopology.Sinks(topic, table, shadow, deadLetters),
        config);
    env.execute();
    List<EtaPrediction> told = topic.drain();
    assertThat(table.drain()).containsExactlyInAnyOrderElementsOf(told);
    assertThat(shadow.drain()).isEmpty();
    return told;
  }

  private static DataStream<FeatureRecord> listed(
      StreamExecutionEnvironment env,
      FeatureEntity entity,
      Map<FeatureEntity, List<FeatureRecord>> features) {
    return Listed.of(
        env,
        entity.code() + "-features",
        FeatureRecord.class,
        MarkerWatermarks.strategy(),
        features.get(entity));
  }
}
