package io.flavortrend.webapi.couriers;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A courier as the newest features tell; null is unknown, never 0.
 *
 * @param name null where it is not known
 * @param vehicle bicycle, scooter or car; null where the row is gone
 * @param deliveriesToday since midnight of the city's local time
 * @param speedKmh over the last 20 deliveries
 * @param load orders assigned and not ended
 * @param onTimeRate share of the last 20 deliveries that kept their promise, 0 to 1
 * @param idleMinutes since the last delivery or since becoming idle; null where not idle
 * @param eventTime from when on all this holds
 */
record LiveCourier(
    long id,
    @Nullable String name,
    @Nullable Integer cityId,
    @Nullable String cityName,
    @Nullable String vehicle,
    CourierStatus status,
    @Nullable Long deliveriesToday,
    @Nullable Double speedKmh,
    @Nullable Long load,
    @Nullable Double onTimeRate,
    @Nullable Double idleMinutes,
    Instant eventTime,
    long ageMs,
    long version) {}
