package io.flavortrend.jobs.dynamicsla;

import io.flavortrend.contracts.values.ModelPerformance;
import io.flavortrend.jobs.frame.upsert.VersionedTable;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The table {@code analytics.model_performance}. */
final class ModelPerformanceTable {
  private ModelPerformanceTable() {}

  /** How a value becomes a row. */
  static VersionedTable<ModelPerformance> table() {
    return new VersionedTable<>(
        "analytics.model_performance",
        List.of("window_start", "city_id", "stage", "model_version"),
        List.of(
            "role",
            "count",
            "mae_minutes",
            "bias_minutes",
            "coverage",
            "baseline_mae_minutes",
            "event_time"),
        ModelPerformanceTable::row);
  }

  private static List<@Nullable Object> row(ModelPerformance performance) {
    return List.of(
        performance.windowStart().atOffset(ZoneOffset.UTC),
        performance.cityId(),
        performance.stage().code(),
        performance.modelVersion(),
        performance.role().code(),
        performance.count(),
        performance.maeMinutes(),
        performance.biasMinutes(),
        performance.coverage(),
        performance.baselineMaeMinutes(),
        performance.eventTime().atOffset(ZoneOffset.UTC),
        performance.version());
  }
}
