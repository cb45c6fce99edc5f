package io.flavortrend.contracts.values;

import org.jspecify.annotations.Nullable;

/**
 * The time allowed for each stage of an order, in one city or everywhere; compacted topic {@code
 * sla_limits}, keyed by city id or {@link #DEFAULT_KEY}. A city inherits what it does not say from
 * the default, and the default from the job's settings; a record without value takes all back.
 *
 * @param schemaVersion version of this record's JSON Schema
 * @param cityId the city; null for the default of all cities
 * @param acceptMinutes from placed to accepted; null inherits
 * @param prepareMinutes from accepted to ready; null inherits
 * @param pickUpMinutes from ready to picked up; null inherits
 * @param deliverMinutes from placed to delivered, of orders without a promise; null inherits
 */
public record SlaLimits(
    int schemaVersion,
    @Nullable Integer cityId,
    @Nullable Double acceptMinutes,
    @Nullable Double prepareMinutes,
    @Nullable Double pickUpMinutes,
    @Nullable Double deliverMinutes) {

  /** Version of the JSON Schema {@code sla_limits.schema.json}. */
  public static final int SCHEMA_VERSION = 1;

  /** Key of the record for all cities. */
  public static final String DEFAULT_KEY = "default";

  /** Key of these limits in the topic. */
  public String key() {
    return cityId == null ? DEFAULT_KEY : cityId.toString();
  }
}
