package io.flavortrend.notifier.channels;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.flavortrend.contracts.values.EtaPrediction;
import io.flavortrend.contracts.values.Stage;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What clients of {@code eta_predictions} get: the topic's value without the vector and its
 * versions, which are ten times as much and found by REST.
 *
 * @param courierId null until a courier is assigned
 * @param promisedAt null where unknown
 * @param eventTime when the order reached the stage
 * @param committedAt when PostgreSQL committed the order's change
 * @param predictedAt when the prediction was handed to the sinks
 */
public record EtaPredictionData(
    long orderId,
    int cityId,
    long restaurantId,
    @Nullable Long courierId,
    Stage stage,
    double etaMinutes,
    @JsonProperty("eta_p10_minutes") double etaP10Minutes,
    @JsonProperty("eta_p90_minutes") double etaP90Minutes,
    Instant predictedDeliveryAt,
    @Nullable Instant promisedAt,
    double baselineMinutes,
    String modelVersion,
    Instant eventTime,
    boolean degraded,
    boolean capped,
    List<String> reasons,
    Instant committedAt,
    Instant predictedAt,
    long version) {

  static EtaPredictionData of(EtaPrediction prediction) {
    return new EtaPredictionData(
        prediction.orderId(),
        prediction.cityId(),
        prediction.restaurantId(),
        prediction.courierId(),
        prediction.stage(),
        prediction.etaMinutes(),
        prediction.etaP10Minutes(),
        prediction.etaP90Minutes(),
        prediction.predictedDeliveryAt(),
        prediction.promisedAt(),
        prediction.baselineMinutes(),
        prediction.modelVersion(),
        prediction.eventTime(),
        prediction.degraded(),
        prediction.capped(),
        prediction.reasons(),
        prediction.trace().committedAt(),
        prediction.trace().predictedAt(),
        prediction.version());
  }
}
