package io.flavortrend.jobs.orderenrichment;

import org.jspecify.annotations.Nullable;

/**
 * What a change of a weather row means for its city.
 *
 * @param added the observation that now holds; null where one was taken back
 * @param removed the observation that holds no longer; null where none was replaced
 */
public record WeatherChange(
    int cityId, @Nullable Observation added, @Nullable Observation removed) {
  /** From when on the city's weather is another, microseconds since the epoch. */
  long changesFrom() {
    long from = added == null ? Long.MAX_VALUE : added.observedAtMicros();
    return removed == null ? from : Math.min(from, removed.observedAtMicros());
  }
}
