package io.flavortrend.contracts.cdc;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code public.weather_conditions} as captured.
 *
 * @param condition {@code clear}, {@code clouds}, {@code rain}, {@code storm}, {@code fog} or
 *     {@code wind}
 * @param rainMm millimetres in the hour before {@code observedAt}
 */
public record WeatherRow(
    long id,
    int cityId,
    Instant observedAt,
    String condition,
    @Nullable Double temperatureC,
    @Nullable Double rainMm,
    @Nullable Double windKmh,
    Instant updatedAt) {}
