package io.flavortrend.contracts.values;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The features of one restaurant, courier or city as they are from {@code eventTime} on, until the
 * entity's next version; topics {@code restaurant_features_live}, {@code courier_features_live} and
 * {@code city_features_live}, keyed by entity id. What holds at an instant is the version with the
 * highest event time at or before it; of several with one event time, the highest version.
 *
 * @param schemaVersion version of this record's JSON Schema
 * @param entityId restaurant, courier or city, as the topic says
 * @param cityId the entity's city; null where not known yet
 * @param eventTime the business instant from which the features hold, milliseconds
 * @param version job generation, then changes folded; rises with each version of an entity
 * @param features value by name, every feature of the entity; null where unknown, never 0 instead
 * @param trace when the newest change in it was committed, captured and emitted
 */
public record FeatureVersion(
    int schemaVersion,
    long entityId,
    @Nullable Integer cityId,
    Instant eventTime,
    long version,
    Map<String, @Nullable Double> features,
    Trace trace) {

  /** Version of the JSON Schemas of the feature topics. */
  public static final int SCHEMA_VERSION = 1;

  /**
   * Instants on the way of the newest change in a version.
   *
   * @param committedAt commit in PostgreSQL
   * @param capturedAt read by Debezium
   * @param emittedAt handed to the sinks
   */
  public record Trace(Instant committedAt, Instant capturedAt, Instant emittedAt) {}
}
