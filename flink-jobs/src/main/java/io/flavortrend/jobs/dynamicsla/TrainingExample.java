package io.flavortrend.jobs.dynamicsla;

import io.flavortrend.contracts.codec.Json;
import io.flavortrend.contracts.values.EtaPrediction;
import io.flavortrend.contracts.values.Stage;
import java.time.Instant;

/**
 * The exact vector of a champion's prediction with what came of it; a row of {@code
 * analytics.training_examples}.
 *
 * @param actualMinutes from {@code eventTime} to {@code deliveredAt}
 * @param features as JSON
 * @param featureAgeMs as JSON
 * @param version of the same order and stage the highest holds
 */
public record TrainingExample(
    long orderId,
    Stage stage,
    int cityId,
    long restaurantId,
    Instant eventTime,
    Instant deliveredAt,
    double actualMinutes,
    double baselineMinutes,
    double etaMinutes,
    double etaP10Minutes,
    double etaP90Minutes,
    String modelVersion,
    String features,
    String featureAgeMs,
    boolean degraded,
    long version) {

  /**
   * The example that follows from an outcome.
   *
   * @param value the whole prediction
   * @param orderLsn position in the log of the order's newest change
   */
  static TrainingExample of(Outcome outcome, EtaPrediction value, long orderLsn) {
    return new TrainingExample(
        value.orderId(),
        value.stage(),
        outcome.cityId(),
        outcome.restaurantId(),
        value.eventTime(),
        Micros.instant(outcome.delivered()),
        Micros.minutes(outcome.delivered() - outcome.prediction().eventTime()),
        value.baselineMinutes(),
        value.etaMinutes(),
        value.etaP10Minutes(),
        value.etaP90Minutes(),
        value.modelVersion(),
        Json.mapper().writeValueAsString(value.features()),
        Json.mapper().writeValueAsString(value.featureAgeMs()),
        value.degraded(),
        Math.max(value.version(), Math.multiplyExact(orderLsn, Prediction.VERSIONS_OF_A_CHANGE)));
  }
}
