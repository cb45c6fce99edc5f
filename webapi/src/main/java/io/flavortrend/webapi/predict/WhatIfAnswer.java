package io.flavortrend.webapi.predict;

import io.flavortrend.webapi.explanation.Explanation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * When the order would be delivered.
 *
 * @param stage what it has just reached
 * @param etaMinutes from {@code eventTime} to delivery
 * @param modelVersion the champion, or baseline where there is none or it is not at hand
 * @param eventTime when it reached the stage
 * @param degraded true where no model answered, or a group of features that the stage needs is not
 *     known
 * @param capped true where the model's answer was out of bounds
 * @param reasons why it is degraded or capped, as codes
 * @param features the exact vector; null where unknown
 * @param unknown names of the vector's elements that the stage needs and that are not known
 */
record WhatIfAnswer(
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
    Explanation explanation,
    Map<String, @Nullable Double> features,
    List<String> unknown,
    Instant asOf) {}
