package io.flavortrend.generator.world;

/**
 * A dish and its price.
 *
 * @param priceMillis thousandths of the city's currency
 */
public record MenuItem(long id, long priceMillis) {}
