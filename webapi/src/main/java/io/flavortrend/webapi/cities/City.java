package io.flavortrend.webapi.cities;

import org.jspecify.annotations.Nullable;

/**
 * A city.
 *
 * @param latitude degrees, WGS 84; null where unknown, as longitude and population
 * @param timezone IANA name
 * @param currency ISO 4217
 */
public record City(
    int id,
    String name,
    @Nullable Double latitude,
    @Nullable Double longitude,
    @Nullable Integer population,
    String timezone,
    String currency) {}
