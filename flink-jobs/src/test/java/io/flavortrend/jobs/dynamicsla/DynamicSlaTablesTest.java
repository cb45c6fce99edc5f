package io.flavortrend.jobs.dynamicsla;

import static org.assertj.core.api.Assertions.assertThat;

import io.flavortrend.contracts.codec.JsonCodec;
import io.flavortrend.contracts.values.DynamicSlaViolation;
import io.flavortrend.contracts.values.ModelPerformance;
import io.flavortrend.contracts.values.ModelRelease.Role;
import io.flavortrend.contracts.values.Stage;
import io.flavortrend.jobs.frame.upsert.UpsertSink;
import io.flavortrend.jobs.frame.upsert.VersionedTable;
import io.flavortrend.jobs.testing.LocalDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract's samples, and an example, through the real sinks into the real tables. */
class DynamicSlaTablesTest {
  private static final Path SAMPLES = Path.of("../contracts/src/main/resources/samples");

  @TempDir Path temp;

  @Test
  void valuesBecomeRows() throws Exception {
    try (LocalDatabase database = LocalDatabase.start(temp, "analytics", "dynamic_sla")) {
      violations(database);
      performance(database);
      examples(database);
    }
  }

  private static void violations(LocalDatabase database) throws Exception {
    write(
        database,
        DynamicSlaViolation.class,
        DynamicSlaViolationTable.table(),
        sample("dynamic_sla_violations/closed_violation", DynamicSlaViolation.class),
        sample("dynamic_sla_violations/early_warning", DynamicSlaViolation.class));
    String select = "select * from analytics.dynamic_sla_violations where kind = ";
    DynamicSlaViolation closed =
        sample("dynamic_sla_violations/closed_violation", DynamicSlaViolation.class);
    assertThat(database.row(select + "'violation'"))
        .containsEntry("order_id", Long.toString(closed.orderId()))
        .containsEntry("state", "closed")
        .containsEntry("stage", closed.stage().code())
        .containsEntry("model_version", closed.modelVersion())
        .containsEntry("expected_overrun_minutes", null)
        .containsEntry("version", Long.toString(closed.version()))
        .hasEntrySatisfying("overrun_minutes", value -> assertThat(value).isNotNull())
        .hasEntrySatisfying("actual_at", value -> assertThat(value).isNotNull());
    assertThat(database.row(select + "'early_warning'"))
        .containsEntry("state", "open")
        .containsEntry("actual_at", null)
        .containsEntry("overrun_minutes", null)
        .containsEntry("tolerance_minutes", "0")
        .hasEntrySatisfying("lead_minutes", value -> assertThat(value).isNotNull())
        .hasEntrySatisfying("promised_at", value -> assertThat(value).isNotNull());
  }

  private static void performance(LocalDatabase database) throws Exception {
    ModelPerformance window = sample("model_performance/window", ModelPerformance.class);
    write(database, ModelPerformance.class, ModelPerformanceTable.table(), window);
    assertThat(database.row("select * from analytics.model_performance"))
        .containsEntry("city_id", Integer.toString(window.cityId()))
        .containsEntry("stage", window.stage().code())
        .containsEntry("model_version", window.modelVersion())
        .containsEntry("role", window.role().code())
        .containsEntry("count", Long.toString(window.count()))
        .containsEntry("version", Long.toString(window.version()));
  }

  private static void examples(LocalDatabase database) throws Exception {
    var value = Given.prediction(Stage.ASSIGNED, 10, 44, 50, 25_600);
    Outcome outcome = new Outcome(Prediction.of(Role.CHAMPION, value), 7, 9, Given.micros(50.0));
    TrainingExample first = TrainingExample.of(outcome, value, 90);
    TrainingExample corrected = TrainingExample.of(outcome, value, 200);
    write(database, TrainingExample.class, TrainingExampleTable.table(), first, corrected, first);
    assertThat(
            database.row(
                "select *, features->>'stage' as stage_feature,"
                    + " features ? 'courier_load' as known from analytics.training_examples"))
        .containsEntry("order_id", "1")
        .containsEntry("stage", "assigned")
        .containsEntry("city_id", "7")
        .containsEntry("restaurant_id", "9")
        .containsEntry("event_time", "2026-03-01 12:10:00+00")
        .containsEntry("delivered_at", "2026-03-01 12:50:00+00")
        .containsEntry("actual_minutes", "40")
        .containsEntry("baseline_minutes", "35")
        .containsEntry("eta_minutes", "34")
        .containsEntry("eta_p10_minutes", "32")
        .containsEntry("eta_p90_minutes", "40")
        .containsEntry("model_version", "m1")
        .containsEntry("stage_feature", "1.0")
        .containsEntry("known", "t")
        .containsEntry("degraded", "f")
        .containsEntry("version", "51200");
  }

  @SafeVarargs
  private static <T> void write(
      LocalDatabase database, Class<T> type, VersionedTable<T> table, T... values)
      throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(1);
    env.fromData(List.of(values), TypeInformation.of(type))
        .sinkTo(new UpsertSink<>("test", database.config(), table));
    env.execute();
  }

  private static <T> T sample(String name, Class<T> type) throws Exception {
    return new JsonCodec<>(type).decode(Files.readAllBytes(SAMPLES.resolve(name + ".json")));
  }
}
