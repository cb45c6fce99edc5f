package io.flavortrend.jobs.orderenrichment;

import io.flavortrend.contracts.values.EnrichedOrder;
import io.flavortrend.contracts.values.EnrichedOrder.Weather;
import io.flavortrend.jobs.frame.upsert.VersionedTable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The table {@code analytics.orders_enriched}. */
final class EnrichedOrderTable {
  private EnrichedOrderTable() {}

  /** How a value becomes a row. */
  static VersionedTable<EnrichedOrder> table() {
    return new VersionedTable<>(
        "analytics.orders_enriched",
        List.of("order_id"),
        List.of(
            ("city_id city_name city_population timezone restaurant_id restaurant_name cuisine"
                    + " restaurant_latitude restaurant_longitude customer_id customer_city_id"
                    + " courier_id status placed_at accepted_at assigned_at ready_at picked_up_at"
                    + " delivered_at cancelled_at promised_at distance_km item_count total_amount"
                    + " currency deleted weather_condition weather_temperature_c weather_rain_mm"
                    + " weather_wind_kmh weather_observed_at weather_missing weather_age_minutes"
                    + " capped lookup_missing event_time")
                .split(" ")),
        EnrichedOrderTable::row);
  }

  private static List<@Nullable Object> row(EnrichedOrder order) {
    Weather weather = order.weather();
    return Arrays.asList(
        order.orderId(),
        order.cityId(),
        order.cityName(),
        order.cityPopulation(),
        order.timezone(),
        order.restaurantId(),
        order.restaurantName(),
        order.cuisine(),
        order.restaurantLatitude(),
        order.restaurantLongitude(),
        order.customerId(),
        order.customerCityId(),
        order.courierId(),
        order.status().code(),
        utc(order.placedAt()),
        utc(order.acceptedAt()),
        utc(order.assignedAt()),
        utc(order.readyAt()),
        utc(order.pickedUpAt()),
        utc(order.deliveredAt()),
        utc(order.cancelledAt()),
        utc(order.promisedAt()),
        order.distanceKm(),
        order.itemCount(),
        order.totalAmount(),
        order.currency(),
        order.deleted(),
        weather == null ? null : weather.condition(),
        weather == null ? null : weather.temperatureC(),
        weather == null ? null : weather.rainMm(),
        weather == null ? null : weather.windKmh(),
        weather == null ? null : utc(weather.observedAt()),
        order.weatherMissing(),
        order.weatherAgeMinutes(),
        order.capped(),
        order.lookupMissing(),
        utc(order.eventTime()),
        order.version());
  }

  private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }
}
