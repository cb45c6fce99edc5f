package io.flavortrend.jobs.dynamicsla;

import io.flavortrend.contracts.values.DynamicSlaViolation;
import io.flavortrend.jobs.frame.upsert.VersionedTable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The table {@code analytics.dynamic_sla_violations}. */
final class DynamicSlaViolationTable {
  private DynamicSlaViolationTable() {}

  /** How a value becomes a row. */
  static VersionedTable<DynamicSlaViolation> table() {
    return new VersionedTable<>(
        "analytics.dynamic_sla_violations",
        List.of("order_id", "kind"),
        List.of(
            "city_id",
            "restaurant_id",
            "courier_id",
            "stage",
            "model_version",
            "predicted_delivery_at",
            "predicted_p10_at",
            "predicted_p90_at",
            "promised_at",
            "tolerance_minutes",
            "due_at",
            "raised_at",
            "lead_minutes",
            "expected_overrun_minutes",
            "state",
            "actual_at",
            "overrun_minutes",
            "detected_at",
            "event_time"),
        DynamicSlaViolationTable::row);
  }

  private static List<@Nullable Object> row(DynamicSlaViolation violation) {
    return Arrays.asList(
        violation.orderId(),
        violation.kind().code(),
        violation.cityId(),
        violation.restaurantId(),
        violation.courierId(),
        violation.stage().code(),
        violation.modelVersion(),
        utc(violation.predictedDeliveryAt()),
        utc(violation.predictedP10At()),
        utc(violation.predictedP90At()),
        utc(violation.promisedAt()),
        violation.toleranceMinutes(),
        utc(violation.dueAt()),
        utc(violation.raisedAt()),
        violation.leadMinutes(),
        violation.expectedOverrunMinutes(),
        violation.state().code(),
        utc(violation.actualAt()),
        violation.overrunMinutes(),
        utc(violation.detectedAt()),
        utc(violation.eventTime()),
        violation.version());
  }

  private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }
}
