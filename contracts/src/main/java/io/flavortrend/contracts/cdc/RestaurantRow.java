package io.flavortrend.contracts.cdc;

import java.time.Instant;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code public.restaurants} as captured.
 *
 * @param opensAt in the city's local time; null where unknown
 * @param closesAt in the city's local time, before {@code opensAt} when it is after midnight; null
 *     where unknown
 */
public record RestaurantRow(
    long id,
    int cityId,
    String name,
    @Nullable String cuisine,
    @Nullable Double latitude,
    @Nullable Double longitude,
    @Nullable LocalTime opensAt,
    @Nullable LocalTime closesAt,
    boolean paused,
    Instant updatedAt) {}
