package io.flavortrend.jobs.staticsla;

import io.flavortrend.contracts.values.SlaViolation;
import io.flavortrend.jobs.frame.upsert.VersionedTable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The table {@code analytics.sla_violations}. */
final class SlaViolationTable {
  private SlaViolationTable() {}

  /** How a value becomes a row. */
  static VersionedTable<SlaViolation> table() {
    return new VersionedTable<>(
        "analytics.sla_violations",
        List.of("order_id", "limit_name"),
        List.of(
            "city_id",
            "restaurant_id",
            "courier_id",
            "limit_minutes",
            "started_at",
            "due_at",
            "state",
            "actual_at",
            "overrun_minutes",
            "historical",
            "detected_at",
            "event_time"),
        SlaViolationTable::row);
  }

  private static List<@Nullable Object> row(SlaViolation violation) {
    return Arrays.asList(
        violation.orderId(),
        violation.limitName().code(),
        violation.cityId(),
        violation.restaurantId(),
        violation.courierId(),
        violation.limitMinutes(),
        utc(violation.startedAt()),
        utc(violation.dueAt()),
        violation.state().code(),
        violation.actualAt() == null ? null : utc(violation.actualAt()),
        violation.overrunMinutes(),
        violation.historical(),
        utc(violation.detectedAt()),
        utc(violation.eventTime()),
        violation.version());
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
