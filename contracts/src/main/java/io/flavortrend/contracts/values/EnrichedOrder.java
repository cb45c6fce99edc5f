package io.flavortrend.contracts.values;

import io.flavortrend.contracts.cdc.OrderStatus;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order as it stood after one of its changes, with the weather at that time and with what is
 * known of its city, restaurant and customer; topic {@code orders_enriched}, keyed by order id, and
 * table {@code analytics.orders_enriched}. Of the same order the highest version holds.
 *
 * @param schemaVersion version of this record's JSON Schema
 * @param cityName null with {@code timezone} where the lookup is missing or knows no such city
 * @param cityPopulation null where unknown
 * @param holiday whether the city's local day of {@code eventTime} is a public holiday; null where
 *     the lookup is missing
 * @param restaurantName null where the lookup is missing or knows no such restaurant
 * @param restaurantLatitude degrees, WGS 84; null where unknown
 * @param restaurantOpensAtMinute minutes after midnight, local time; null where unknown
 * @param customerCityId where the customer lives; null where unknown
 * @param courierId null until a courier is assigned
 * @param promisedAt when the customer was told the order would arrive; null where unknown
 * @param distanceKm from restaurant to customer; null where unknown
 * @param totalAmount in {@code currency}, three decimals
 * @param deleted true where the row was deleted; the rest is as it last stood
 * @param weather the newest observation of the city at or before {@code eventTime}; null where none
 *     is known
 * @param weatherMissing true where no observation is known
 * @param weatherAgeMinutes from the observation to {@code eventTime}; null where none is known
 * @param capped true where the answer did not wait until the weather was known to be complete; a
 *     correction follows where that made a difference
 * @param lookupMissing true where the database did not answer in time; a correction follows
 * @param eventTime when the order's newest stage was passed
 * @param version sixteen times the log position of the order's change, plus the corrections since
 * @param trace when the change was committed, captured and emitted
 */
public record EnrichedOrder(
    int schemaVersion,
    long orderId,
    int cityId,
    @Nullable String cityName,
    @Nullable Integer cityPopulation,
    @Nullable String timezone,
    @Nullable Boolean holiday,
    long restaurantId,
    @Nullable String restaurantName,
    @Nullable String cuisine,
    @Nullable Double restaurantLatitude,
    @Nullable Double restaurantLongitude,
    @Nullable Integer restaurantOpensAtMinute,
    long customerId,
    @Nullable Integer customerCityId,
    @Nullable Long courierId,
    OrderStatus status,
    Instant placedAt,
    @Nullable Instant acceptedAt,
    @Nullable Instant assignedAt,
    @Nullable Instant readyAt,
    @Nullable Instant pickedUpAt,
    @Nullable Instant deliveredAt,
    @Nullable Instant cancelledAt,
    @Nullable Instant promisedAt,
    @Nullable BigDecimal distanceKm,
    @Nullable Integer itemCount,
    BigDecimal totalAmount,
    String currency,
    boolean deleted,
    @Nullable Weather weather,
    boolean weatherMissing,
    @Nullable Double weatherAgeMinutes,
    boolean capped,
    boolean lookupMissing,
    Instant eventTime,
    long version,
    Trace trace) {

  /** Version of the JSON Schema {@code orders_enriched.schema.json}. */
  public static final int SCHEMA_VERSION = 1;

  /**
   * An observation.
   *
   * @param condition {@code clear}, {@code clouds}, {@code rain}, {@code storm}, {@code fog} or
   *     {@code wind}
   * @param rainMm millimetres in the hour before {@code observedAt}
   */
  public record Weather(
      String condition,
      @Nullable Double temperatureC,
      @Nullable Double rainMm,
      @Nullable Double windKmh,
      Instant observedAt) {}

  /**
   * Instants on the way.
   *
   * @param committedAt commit in PostgreSQL
   * @param capturedAt read by Debezium
   * @param emittedAt handed to the sinks
   */
  public record Trace(Instant committedAt, Instant capturedAt, Instant emittedAt) {}
}
