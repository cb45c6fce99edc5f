package io.flavortrend.jobs.citykpis;

import io.flavortrend.contracts.values.CityKpi;
import io.flavortrend.jobs.frame.upsert.VersionedTable;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The table {@code analytics.city_kpis}. */
final class CityKpiTable {
  private CityKpiTable() {}

  /** How a value becomes a row. */
  static VersionedTable<CityKpi> table() {
    return new VersionedTable<>(
        "analytics.city_kpis",
        List.of("city_id", "window_start"),
        List.of(
            "orders",
            "delivered",
            "cancelled",
            "revenue",
            "avg_delivery_minutes",
            "active_couriers",
            "pressure"),
        CityKpiTable::row);
  }

  private static List<@Nullable Object> row(CityKpi kpi) {
    return Arrays.asList(
        kpi.cityId(),
        kpi.windowStart().atOffset(ZoneOffset.UTC),
        kpi.orders(),
        kpi.delivered(),
        kpi.cancelled(),
        kpi.revenue(),
        kpi.avgDeliveryMinutes(),
        kpi.activeCouriers(),
        kpi.pressure(),
        kpi.version());
  }
}
