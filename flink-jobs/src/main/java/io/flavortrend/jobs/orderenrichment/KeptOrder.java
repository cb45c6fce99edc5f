package io.flavortrend.jobs.orderenrichment;

import org.jspecify.annotations.Nullable;

/**
 * An order that waits for its weather, or whose weather may still be corrected. Kept in Flink's
 * state: a field may be added, none renamed.
 *
 * @param answered false while it waits
 * @param answerBy the clock in milliseconds at which it is answered at the latest
 * @param weather the observation it was answered with; null where none was known
 * @param corrections answers since the first
 */
public record KeptOrder(
    OrderVersion order,
    boolean answered,
    long answerBy,
    @Nullable Observation weather,
    int corrections) {

  /** The order answered once more. */
  KeptOrder answeredWith(@Nullable Observation observation) {
    return new KeptOrder(
        order, true, answerBy, observation, answered ? corrections + 1 : corrections);
  }
}
