package io.flavortrend.jobs.orderenrichment;

import io.flavortrend.contracts.cdc.OrderRow;
import io.flavortrend.contracts.values.EnrichedOrder;
import io.flavortrend.jobs.orderenrichment.lookup.Attributes;
import io.flavortrend.jobs.orderenrichment.lookup.Attributes.City;
import io.flavortrend.jobs.orderenrichment.lookup.Attributes.Restaurant;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Writes an order as the topic and the table show it. */
final class EnrichedOrders {
  private static final double MICROS_PER_MINUTE = 60e6;

  private EnrichedOrders() {}

  /**
   * The contract's record.
   *
   * @param corrected true where the lookups came after an answer without them
   * @param emittedAt the clock in milliseconds
   */
  static EnrichedOrder of(
      WeatheredOrder weathered, Attributes attributes, boolean corrected, long emittedAt) {
    OrderVersion order = weathered.order();
    OrderRow row = order.row();
    City city = attributes.city();
    Restaurant restaurant = attributes.restaurant();
    Observation weather = weathered.weather();
    return new EnrichedOrder(
        EnrichedOrder.SCHEMA_VERSION,
        row.id(),
        row.cityId(),
        city == null ? null : city.name(),
        city == null ? null : city.population(),
        city == null ? null : city.timezone(),
        city == null ? null : city.holidayAt(instant(order.occurredAtMicros())),
        row.restaurantId(),
        restaurant == null ? null : restaurant.name(),
        restaurant == null ? null : restaurant.cuisine(),
        restaurant == null ? null : restaurant.latitude(),
        restaurant == null ? null : restaurant.longitude(),
        restaurant == null ? null : restaurant.opensAtMinute(),
        row.customerId(),
        attributes.customerCityId(),
        row.courierId(),
        row.status(),
        row.placedAt(),
        row.acceptedAt(),
        row.assignedAt(),
        row.readyAt(),
        row.pickedUpAt(),
        row.deliveredAt(),
        row.cancelledAt(),
        row.promisedAt(),
        row.distanceKm(),
        row.itemCount(),
        row.totalAmount(),
        row.currency(),
        order.deleted(),
        weather == null ? null : weather(weather),
        weather == null,
        weather == null
            ? null
            : (order.occurredAtMicros() - weather.observedAtMicros()) / MICROS_PER_MINUTE,
        weathered.capped(),
        !attributes.complete(),
        instant(order.occurredAtMicros()),
        weathered.version(corrected),
        new EnrichedOrder.Trace(
            instant(order.committedAtMicros()),
            instant(order.capturedAtMicros()),
            Instant.ofEpochMilli(emittedAt)));
  }

  private static EnrichedOrder.Weather weather(Observation observation) {
    return new EnrichedOrder.Weather(
        observation.condition(),
        observation.temperatureC(),
        observation.rainMm(),
        observation.windKmh(),
        instant(observation.observedAtMicros()));
  }

  private static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }
}
