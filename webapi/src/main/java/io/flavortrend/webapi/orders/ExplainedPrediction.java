package io.flavortrend.webapi.orders;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.flavortrend.contracts.values.EtaPrediction.FeatureAgeMs;
import io.flavortrend.contracts.values.EtaPrediction.FeatureVersions;
import io.flavortrend.contracts.values.EtaPrediction.Trace;
import io.flavortrend.webapi.explanation.Explanation;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A prediction with what it rests on.
 *
 * @param featureAgeMs how old each group's values were when the order reached the stage
 * @param traceMs how long its way took
 * @param explanation null where its model is not at hand
 * @param explanationUnavailable why, one clear sentence; null where there is one
 */
record ExplainedPrediction(
    @JsonUnwrapped OrderPrediction prediction,
    FeatureAgeMs featureAgeMs,
    FeatureVersions featureVersions,
    TraceMs traceMs,
    @Nullable Explanation explanation,
    @Nullable String explanationUnavailable) {

  /**
   * Milliseconds of each step, and the instants between which they lie.
   *
   * @param captureMs commit in PostgreSQL → read by Debezium
   * @param enrichMs → emitted by order-enrichment
   * @param joinMs → all groups of features joined
   * @param predictMs → handed to the sinks
   * @param totalMs commit → handed to the sinks
   */
  record TraceMs(
      Instant committedAt,
      Instant predictedAt,
      double captureMs,
      double enrichMs,
      double joinMs,
      double predictMs,
      double totalMs) {
    static TraceMs of(Trace trace) {
      return new TraceMs(
          trace.committedAt(),
          trace.predictedAt(),
          ms(trace.committedAt(), trace.capturedAt()),
          ms(trace.capturedAt(), trace.enrichedAt()),
          ms(trace.enrichedAt(), trace.joinedAt()),
          ms(trace.joinedAt(), trace.predictedAt()),
          ms(trace.committedAt(), trace.predictedAt()));
    }

    private static double ms(Instant from, Instant to) {
      return ChronoUnit.MICROS.between(from, to) / 1_000.0;
    }
  }
}
