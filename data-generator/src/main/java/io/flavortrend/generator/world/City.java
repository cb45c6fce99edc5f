package io.flavortrend.generator.world;

import java.time.ZoneId;

/**
 * A city in which orders are placed.
 *
 * @param latitude degrees; the centre around which couriers start
 * @param longitude degrees
 * @param population people; weighs the city's share of all orders
 * @param currency ISO 4217 code of its prices
 */
public record City(
    int id,
    String name,
    double latitude,
    double longitude,
    int population,
    ZoneId zone,
    String currency) {}
