package io.flavortrend.jobs.etaprediction;

import io.flavortrend.contracts.codec.Json;
import io.flavortrend.contracts.values.EtaPrediction;
import io.flavortrend.jobs.frame.upsert.VersionedTable;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PGobject;

/** The table {@code analytics.eta_predictions}. */
final class EtaPredictionTable {
  private EtaPredictionTable() {}

  /** How a value becomes a row. */
  static VersionedTable<EtaPrediction> table() {
    return new VersionedTable<>(
        "analytics.eta_predictions",
        List.of("order_id", "stage"),
        List.of(
            ("city_id restaurant_id courier_id eta_minutes eta_p10_minutes eta_p90_minutes"
                    + " predicted_delivery_at promised_at baseline_minutes model_version features"
                    + " feature_age_ms feature_versions event_time degraded capped reasons trace")
                .split(" ")),
        EtaPredictionTable::row);
  }

  private static List<@Nullable Object> row(EtaPrediction prediction) {
    return Arrays.asList(
        prediction.orderId(),
        prediction.stage().code(),
        prediction.cityId(),
        prediction.restaurantId(),
        prediction.courierId(),
        prediction.etaMinutes(),
        prediction.etaP10Minutes(),
        prediction.etaP90Minutes(),
        utc(prediction.predictedDeliveryAt()),
        prediction.promisedAt() == null ? null : utc(prediction.promisedAt()),
        prediction.baselineMinutes(),
        prediction.modelVersion(),
        jsonb(prediction.features()),
        jsonb(prediction.featureAgeMs()),
        jsonb(prediction.featureVersions()),
        utc(prediction.eventTime()),
        prediction.degraded(),
        prediction.capped(),
        prediction.reasons().toArray(new String[0]),
        jsonb(prediction.trace()),
        prediction.version());
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static PGobject jsonb(Object value) {
    try {
      PGobject object = new PGobject();
      object.setType("jsonb");
      object.setValue(Json.mapper().writeValueAsString(value));
      return object;
    } catch (SQLException e) {
      throw new IllegalStateException("Setting a text cannot fail", e);
    }
  }
}
