package io.flavortrend.webapi.orders;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;

/**
 * When an order will be delivered, as the champion said when it reached a stage.
 *
 * @param stage placed, assigned or picked_up
 * @param etaMinutes from {@code eventTime} to delivery
 * @param etaP10Minutes one order in ten is delivered sooner
 * @param etaP90Minutes one order in ten is delivered later
 * @param baselineMinutes what is answered without a model
 * @param eventTime when the order reached the stage
 * @param degraded true where features that the stage needs were not known in time
 * @param capped true where the model's answer was out of bounds
 * @param reasons why it is degraded or capped, as codes
 */
record OrderPrediction(
    String stage,
    double etaMinutes,
    double etaP10Minutes,
    double etaP90Minutes,
    Instant predictedDeliveryAt,
    double baselineMinutes,
    String modelVersion,
    Instant eventTime,
    boolean degraded,
    boolean capped,
    List<String> reasons,
    long version) {

  /** The prediction in the columns of {@code analytics.eta_predictions}. */
  static OrderPrediction of(Readable row) {
    return new OrderPrediction(
        row.get("stage", String.class),
        row.get("eta_minutes", Double.class),
        row.get("eta_p10_minutes", Double.class),
        row.get("eta_p90_minutes", Double.class),
        row.get("predicted_delivery_at", Instant.class),
        row.get("baseline_minutes", Double.class),
        row.get("model_version", String.class),
        row.get("event_time", Instant.class),
        row.get("degraded", Boolean.class),
        row.get("capped", Boolean.class),
        List.of(row.get("reasons", String[].class)),
        row.get("prediction_version", Long.class));
  }
}
