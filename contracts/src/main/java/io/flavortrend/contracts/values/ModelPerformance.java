package io.flavortrend.contracts.values;

import java.time.Instant;

/**
 * How well one model version predicted the orders of a city that were delivered in a window, by the
 * stage of the prediction; topic {@code model_performance}, keyed by model version, and table
 * {@code analytics.model_performance}. Of the same window, city, stage and model version the
 * highest version holds.
 *
 * @param schemaVersion version of this record's JSON Schema
 * @param windowStart start of the window of five minutes in which the orders were delivered
 * @param role whether the predictions were shown or only logged
 * @param count predictions with an outcome; zero, and all means with it, where corrections have
 *     taken every outcome away
 * @param maeMinutes mean of |actual − predicted|
 * @param biasMinutes mean of predicted − actual: positive where deliveries come sooner
 * @param coverage share of the outcomes within the interval of p10 to p90
 * @param baselineMaeMinutes mean of |actual − baseline| over the same orders
 * @param eventTime of the newest outcome in it
 * @param version job generation, then outcomes folded
 */
public record ModelPerformance(
    int schemaVersion,
    Instant windowStart,
    int cityId,
    Stage stage,
    String modelVersion,
    ModelRelease.Role role,
    long count,
    double maeMinutes,
    double biasMinutes,
    double coverage,
    double baselineMaeMinutes,
    Instant eventTime,
    long version) {

  /** Version of the JSON Schema {@code model_performance.schema.json}. */
  public static final int SCHEMA_VERSION = 1;
}
