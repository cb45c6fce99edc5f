package io.flavortrend.webapi.features;

import io.flavortrend.contracts.TimeDomain;
import io.flavortrend.features.catalogue.Feature;
import io.flavortrend.features.catalogue.FeatureCatalogue;
import io.flavortrend.features.catalogue.FeatureEntity;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether features follow what happens. Not their age: who has not changed for an hour is an hour
 * old and still right. Late they are as far as something happened that they do not tell yet.
 *
 * @param targetMs the catalogue's freshness, from commit to topic: the strictest of the features
 * @param behindMs how long the earliest event that the features do not tell yet has been waiting,
 *     up to an hour; 0 where they tell all
 * @param kept whether that is within the target and the time for which rows wait to be written to
 *     their table; null in the log domain, where event time does not pass like time
 */
public record Freshness(long targetMs, long behindMs, @Nullable Boolean kept) {
  /** Writers of the tables let rows wait as long, to write many at once: behind the topics. */
  static final Duration TABLE_DELAY = Duration.ofMillis(100);

  /**
   * Judges an entity's features.
   *
   * @param waitingSince when the earliest event happened that they do not tell yet; null for none
   */
  static Freshness of(
      FeatureEntity entity, @Nullable Instant waitingSince, Instant now, TimeDomain domain) {
    Duration target = target(entity);
    long behindMs = waitingSince == null ? 0 : FeatureColumns.ageMs(waitingSince, now);
    return new Freshness(
        target.toMillis(),
        behindMs,
        domain == TimeDomain.LOG ? null : behindMs <= target.plus(TABLE_DELAY).toMillis());
  }

  /** The strictest of the entity's targets: its features are written together. */
  static Duration target(FeatureEntity entity) {
    return FeatureCatalogue.of(entity).stream()
        .map(Feature::freshness)
        .min(Duration::compareTo)
        .orElseThrow();
  }
}
