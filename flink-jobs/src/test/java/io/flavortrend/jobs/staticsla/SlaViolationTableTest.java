package io.flavortrend.jobs.staticsla;

import static org.assertj.core.api.Assertions.assertThat;

import io.flavortrend.contracts.codec.JsonCodec;
import io.flavortrend.contracts.values.SlaViolation;
import io.flavortrend.jobs.frame.upsert.UpsertSink;
import io.flavortrend.jobs.testing.LocalDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract's samples through the real sink into the real table. */
class SlaViolationTableTest {
  private static final Path SAMPLES =
      Path.of("../contracts/src/main/resources/samples/sla_violations");

  @TempDir Path temp;

  @Test
  void aValueBecomesARow() throws Exception {
    try (LocalDatabase database = LocalDatabase.start(temp, "analytics", "sla_violations")) {
      StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(1);
      env.fromData(
              TypeInformation.of(SlaViolation.class),
              sample("closed"),
              sample("open"),
              sample("withdrawn"))
          .sinkTo(new UpsertSink<>("test", database.config(), SlaViolationTable.table()));
      env.execute();
      assertThat(database.row("select * from analytics.sla_violations where limit_name = 'accept'"))
          .containsEntry("state", "withdrawn")
          .containsEntry("courier_id", null)
          .containsEntry("actual_at", null)
          .containsEntry("version", "69213790");
      assertThat(
              database.row("select * from analytics.sla_violations where limit_name = 'deliver'"))
          .containsEntry("order_id", "4711")
          .containsEntry("city_id", "1")
          .containsEntry("restaurant_id", "12")
          .containsEntry("courier_id", "81")
          .containsEntry("limit_minutes", "45")
          .containsEntry("started_at", "2026-03-01 11:00:00.123456+00")
          .containsEntry("due_at", "2026-03-01 11:45:00.123456+00")
          .containsEntry("state", "closed")
          .containsEntry("actual_at", "2026-03-01 11:52:30.123456+00")
          .containsEntry("overrun_minutes", "7.5")
          .containsEntry("historical", "f")
          .containsEntry("detected_at", "2026-03-01 11:45:00.161+00")
          .containsEntry("event_time", "2026-03-01 11:52:30.123456+00");
    }
  }

  private static SlaViolation sample(String name) throws Exception {
    return new JsonCodec<>(SlaViolation.class)
        .decode(Files.readAllBytes(SAMPLES.resolve(name + ".json")));
  }
}
