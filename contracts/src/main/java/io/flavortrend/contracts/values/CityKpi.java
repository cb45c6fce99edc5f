package io.flavortrend.contracts.values;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What happened in one city within one minute of event time; topic {@code city_kpis}, keyed by city
 * id, and table {@code analytics.city_kpis}. A later value of the same city and minute, told by its
 * higher version, replaces the earlier.
 *
 * @param schemaVersion version of this record's JSON Schema
 * @param windowStart the minute's first instant, UTC
 * @param orders orders placed in the minute
 * @param delivered orders delivered in the minute
 * @param cancelled orders cancelled in the minute
 * @param revenue total amount of the orders delivered in the minute, three decimals
 * @param avgDeliveryMinutes mean of delivered − placed over the orders delivered in the minute;
 *     null where none was
 * @param activeCouriers couriers with at least one order that was assigned, picked up or delivered
 *     in the minute
 * @param pressure 0 to 100, demand that the idle couriers cannot serve; null where not computed
 * @param version job generation, then changes folded; never decreases for a city and minute
 * @param trace when the newest change in the row was committed, captured and emitted
 */
public record CityKpi(
    int schemaVersion,
    int cityId,
    Instant windowStart,
    long orders,
    long delivered,
    long cancelled,
    BigDecimal revenue,
    @Nullable Double avgDeliveryMinutes,
    int activeCouriers,
    @Nullable Double pressure,
    long version,
    Trace trace) {

  /** Version of the JSON Schema {@code city_kpis.schema.json}. */
  public static final int SCHEMA_VERSION = 1;

  /**
   * Instants on the way of the newest change in the row.
   *
   * @param committedAt commit in PostgreSQL
   * @param capturedAt read by Debezium
   * @param emittedAt handed to the sinks
   */
  public record Trace(Instant committedAt, Instant capturedAt, Instant emittedAt) {}
}
