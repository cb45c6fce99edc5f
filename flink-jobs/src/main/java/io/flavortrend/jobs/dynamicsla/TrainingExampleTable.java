package io.flavortrend.jobs.dynamicsla;

import io.flavortrend.jobs.frame.upsert.VersionedTable;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PGobject;

/** The table {@code analytics.training_examples}. */
final class TrainingExampleTable {
  private TrainingExampleTable() {}

  /** How an example becomes a row. */
  static VersionedTable<TrainingExample> table() {
    return new VersionedTable<>(
        "analytics.training_examples",
        List.of("order_id", "stage"),
        List.of(
            "city_id",
            "restaurant_id",
            "event_time",
            "delivered_at",
            "actual_minutes",
            "baseline_minutes",
            "eta_minutes",
            "eta_p10_minutes",
            "eta_p90_minutes",
            "model_version",
            "features",
            "feature_age_ms",
            "degraded"),
        TrainingExampleTable::row);
  }

  private static List<@Nullable Object> row(TrainingExample example) {
    return List.of(
        example.orderId(),
        example.stage().code(),
        example.cityId(),
        example.restaurantId(),
        example.eventTime().atOffset(ZoneOffset.UTC),
        example.deliveredAt().atOffset(ZoneOffset.UTC),
        example.actualMinutes(),
        example.baselineMinutes(),
        example.etaMinutes(),
        example.etaP10Minutes(),
        example.etaP90Minutes(),
        example.modelVersion(),
        jsonb(example.features()),
        jsonb(example.featureAgeMs()),
        example.degraded(),
        example.version());
  }

  private static PGobject jsonb(String json) {
    try {
      PGobject object = new PGobject();
      object.setType("jsonb");
      object.setValue(json);
      return object;
    } catch (SQLException e) {
      throw new IllegalStateException("Setting a text cannot fail", e);
    }
  }
}
