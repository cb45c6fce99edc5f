package io.flavortrend.webapi.features;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The newest features of one restaurant, courier or city.
 *
 * @param entity restaurant, courier or city
 * @param cityId null where not known yet
 * @param features every declared one, in the catalogue's order
 * @param eventTime from when on they hold
 * @param ageMs how long they have been holding
 * @param version rises with each version of the entity
 */
record EntityFeatures(
    String entity,
    long entityId,
    @Nullable Integer cityId,
    List<Value> features,
    Instant eventTime,
    long ageMs,
    long version,
    Freshness freshness,
    Instant asOf) {

  /**
   * @param type number, count, rate, flag, category or instant
   * @param value null where unknown, never 0 instead
   */
  record Value(String name, String type, String unit, @Nullable Double value) {}
}
