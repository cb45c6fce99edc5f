package io.flavortrend.contracts.values;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * When an order will be delivered, as predicted when it reached a stage; topics {@code
 * eta_predictions} (the champion's, shown) and {@code eta_predictions_shadow} (the challenger's,
 * logged only), keyed by order id, and table {@code analytics.eta_predictions}. Of the same order,
 * stage and role the highest version holds.
 *
 * @param schemaVersion version of this record's JSON Schema
 * @param courierId null until a courier is assigned
 * @param etaMinutes from {@code eventTime} to delivery
 * @param etaP10Minutes one order in ten is delivered sooner
 * @param etaP90Minutes one order in ten is delivered later
 * @param predictedDeliveryAt {@code eventTime} plus {@code etaMinutes}
 * @param promisedAt when the customer was told the order would arrive; null where unknown
 * @param baselineMinutes what is answered without a model, which learns the difference to it
 * @param modelVersion {@link #BASELINE} where no model answered
 * @param features the exact vector, value by name in the vector's order; null where unknown
 * @param featureAgeMs how old each group's values were at {@code eventTime}
 * @param featureVersions which versions were joined
 * @param eventTime when the order reached the stage
 * @param degraded true where a group of features that the stage needs was not known, or not known
 *     to be complete, in time
 * @param capped true where the model's answer was out of bounds and was clipped
 * @param reasons why it is degraded or capped, as codes; empty where it is neither
 * @param version sixteen times the version of the enriched order, plus the corrections since
 * @param trace when the order's change was committed, captured, enriched, joined and predicted
 */
public record EtaPrediction(
    int schemaVersion,
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
    Map<String, @Nullable Double> features,
    FeatureAgeMs featureAgeMs,
    FeatureVersions featureVersions,
    Instant eventTime,
    boolean degraded,
    boolean capped,
    List<String> reasons,
    long version,
    Trace trace) {

  /** Version of the JSON Schema {@code eta_predictions.schema.json}. */
  public static final int SCHEMA_VERSION = 1;

  /** The model version of answers that no model gave. */
  public static final String BASELINE = "baseline";

  /**
   * Age of each group's values at the prediction's event time, milliseconds; null where the group
   * is not known, or not needed at the stage.
   */
  public record FeatureAgeMs(
      @Nullable Long restaurant,
      @Nullable Long courier,
      @Nullable Long city,
      @Nullable Long weather) {}

  /**
   * The versions that were joined; null where none was known.
   *
   * @param weather when the weather was observed
   * @param model the model version
   */
  public record FeatureVersions(
      @Nullable Long restaurant,
      @Nullable Long courier,
      @Nullable Long city,
      @Nullable Instant weather,
      String model) {}

  /**
   * Instants on the way.
   *
   * @param committedAt commit in PostgreSQL
   * @param capturedAt read by Debezium
   * @param enrichedAt emitted by order-enrichment
   * @param joinedAt all groups of features joined
   * @param predictedAt handed to the sinks
   */
  public record Trace(
      Instant committedAt,
      Instant capturedAt,
      Instant enrichedAt,
      Instant joinedAt,
      Instant predictedAt) {}
}
