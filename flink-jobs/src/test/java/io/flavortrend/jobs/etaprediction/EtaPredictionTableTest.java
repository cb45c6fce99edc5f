package io.flavortrend.jobs.etaprediction;

import static org.assertj.core.api.Assertions.assertThat;

import io.flavortrend.contracts.codec.JsonCodec;
import io.flavortrend.contracts.values.EtaPrediction;
import io.flavortrend.jobs.frame.upsert.UpsertSink;
import io.flavortrend.jobs.testing.LocalDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract's samples through the real sink into the real table. */
class EtaPredictionTableTest {
  private static final Path SAMPLES =
      Path.of("../contracts/src/main/resources/samples/eta_predictions");

  @TempDir Path temp;

  @Test
  void aValueBecomesARow() throws Exception {
    try (LocalDatabase database =
        LocalDatabase.start(
            temp, "source_tables", "analytics", "cities_and_holidays", "eta_predictions")) {
      write(database, "placed");
      write(database, "degraded_baseline");
      assertThat(database.row("select * from analytics.eta_predictions where stage = 'placed'"))
          .containsEntry("order_id", "4711")
          .containsEntry("courier_id", null)
          .containsEntry("model_version", "2026-02-28-1")
          .containsEntry("reasons", "{}")
          .containsEntry("degraded", "f");
      assertThat(
              database.row(
                  "select *, features ->> 'stage' as stage_feature,"
                      + " feature_age_ms ->> 'city' as city_age,"
                      + " feature_versions ->> 'model' as model, trace ->> 'joined_at' as joined"
                      + " from analytics.eta_predictions where stage = 'picked_up'"))
          .containsEntry("eta_minutes", "34.25")
          .containsEntry("eta_p10_minutes", "27.5")
          .containsEntry("eta_p90_minutes", "44.75")
          .containsEntry("predicted_delivery_at", "2026-03-01 11:34:15.123456+00")
          .containsEntry("reasons", "{courier_features_late}")
          .containsEntry("degraded", "t")
          .containsEntry("stage_feature", "2.0")
          .containsEntry("city_age", "310")
          .containsEntry("model", "baseline")
          .containsEntry("joined", "2026-03-01T11:00:00.149Z")
          .containsEntry("version", "17693030400");
    }
  }

  private static void write(LocalDatabase database, String sample) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(1);
    env.fromData(
            TypeInformation.of(EtaPrediction.class),
            new JsonCodec<>(EtaPrediction.class)
                .decode(Files.readAllBytes(SAMPLES.resolve(sample + ".json"))))
        .sinkTo(new UpsertSink<>("test", database.config(), EtaPredictionTable.table()));
    env.execute();
  }
}
