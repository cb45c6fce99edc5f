package io.flavortrend.webapi.features;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
public record EntityFeatures(
    String entity,
    long entityId,
    @Nullable Integer cityId,
    List<Value> features,
    Instant eventTime,
    long ageMs,
    long version,
    Freshness freshness,
    Instant asOf) {

  /** Their values by name; null where unknown. */
  public Map<String, @Nullable Double> byName() {
    Map<String, @Nullable Double> values = new HashMap<>();
    features.forEach(feature -> values.put(feature.name(), feature.value()));
    return values;
  }

  /**
   * @param type number, count, rate, flag, category or instant
   * @param value null where unknown, never 0 instead
   */
  public record Value(String name, String type, String unit, @Nullable Double value) {}
}
