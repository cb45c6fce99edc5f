package io.flavortrend.jobs.etaprediction;

import io.flavortrend.contracts.values.Stage;
import io.flavortrend.features.catalogue.FeatureEntity;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * When will this order be delivered? Asked when it reaches a stage; on its way it gathers the
 * versions of features that held then. All times are since the epoch. Kept in Flink's state: a
 * field may be added, none renamed.
 *
 * @param courierId null until a courier is assigned
 * @param eventMicros when the order reached the stage
 * @param promisedMicros null where unknown
 * @param weatherMicros when the weather was observed; null where unknown
 * @param enrichedVersion version of the enriched order
 * @param joinedMillis when the last group of features was joined
 * @param vector of the model; NaN where unknown or not joined yet; never changed in place
 * @param restaurant the version joined; null where none is known, or not joined yet
 * @param courier the same
 * @param city the same
 * @param degraded bits of {@link DegradedBy}
 * @param corrections bits of the groups whose late answer was corrected
 */
public record EtaQuestion(
    long orderId,
    int cityId,
    long restaurantId,
    @Nullable Long courierId,
    Stage stage,
    long eventMicros,
    @Nullable Long promisedMicros,
    @Nullable Long weatherMicros,
    long enrichedVersion,
    long committedMicros,
    long capturedMicros,
    long enrichedMicros,
    long joinedMillis,
    double[] vector,
    @Nullable JoinedVersion restaurant,
    @Nullable JoinedVersion courier,
    @Nullable JoinedVersion city,
    int degraded,
    int corrections) {

  private static final long MICROS_PER_MILLI = 1_000;

  /** The same question with one group joined. */
  EtaQuestion joined(
      FeatureEntity entity,
      @Nullable JoinedVersion version,
      double[] filled,
      int nowDegraded,
      int nowCorrections,
      long nowMillis) {
    return new EtaQuestion(
        orderId,
        cityId,
        restaurantId,
        courierId,
        stage,
        eventMicros,
        promisedMicros,
        weatherMicros,
        enrichedVersion,
        committedMicros,
        capturedMicros,
        enrichedMicros,
        nowMillis,
        filled,
        entity == FeatureEntity.RESTAURANT ? version : restaurant,
        entity == FeatureEntity.COURIER ? version : courier,
        entity == FeatureEntity.CITY ? version : city,
        nowDegraded,
        nowCorrections);
  }

  /** The version of an entity that was joined; null where none was. */
  @Nullable JoinedVersion version(FeatureEntity entity) {
    return switch (entity) {
      case RESTAURANT -> restaurant;
      case COURIER -> courier;
      case CITY -> city;
    };
  }

  /** Event time in milliseconds: a version dated anywhere up to it holds. */
  long dueMillis() {
    return Math.floorDiv(eventMicros, MICROS_PER_MILLI);
  }

  Instant eventTime() {
    return Instant.EPOCH.plus(eventMicros, ChronoUnit.MICROS);
  }

  /** A couriers' key: an order without one spreads over keys that no courier has. */
  long courierKey() {
    return courierId == null ? -1 - orderId : courierId;
  }

  /** A digest of what is asked, whatever the version it comes with. */
  long content() {
    long facts =
        Objects.hash(
            cityId, restaurantId, courierId, stage, eventMicros, promisedMicros, weatherMicros);
    return facts << Integer.SIZE ^ (31L * degraded + Arrays.hashCode(vector));
  }
}
