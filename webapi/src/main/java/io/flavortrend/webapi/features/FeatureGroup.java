package io.flavortrend.webapi.features;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The features of all restaurants, all couriers or all cities.
 *
 * @param entity restaurant, courier or city
 * @param entities that have features
 * @param newestAt from when on the newest version holds; null where there is none, as the ages
 * @param newestAgeMs age of that version
 * @param p50AgeMs age that half of the entities' versions do not exceed; quiet entities are old
 * @param freshness of the group as a whole
 */
public record FeatureGroup(
    String entity,
    long entities,
    @Nullable Instant newestAt,
    @Nullable Long newestAgeMs,
    @Nullable Long p50AgeMs,
    @Nullable Long p99AgeMs,
    Freshness freshness) {}
