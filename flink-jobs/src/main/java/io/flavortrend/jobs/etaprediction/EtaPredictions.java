package io.flavortrend.jobs.etaprediction;

import io.flavortrend.contracts.values.EtaPrediction;
import io.flavortrend.contracts.values.EtaPrediction.FeatureAgeMs;
import io.flavortrend.contracts.values.EtaPrediction.FeatureVersions;
import io.flavortrend.features.vector.EtaVectors;
import io.flavortrend.inference.Eta;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes an answer as the topic and the table show it. */
final class EtaPredictions {
  private static final long VERSIONS_OF_AN_ENRICHED_ORDER = 16;
  private static final double MICROS_PER_MINUTE = 60e6;

  private EtaPredictions() {}

  /**
   * The contract's record.
   *
   * @param modelVersion whose answer it is
   * @param predictedMillis the clock
   */
  static EtaPrediction of(
      EtaQuestion question, Eta eta, String modelVersion, long predictedMillis) {
    return new EtaPrediction(
        EtaPrediction.SCHEMA_VERSION,
        question.orderId(),
        question.cityId(),
        question.restaurantId(),
        question.courierId(),
        question.stage(),
        eta.minutes(),
        eta.p10Minutes(),
        eta.p90Minutes(),
        instant(question.eventMicros() + Math.round(eta.minutes() * MICROS_PER_MINUTE)),
        instantOrNull(question.promisedMicros()),
        eta.baselineMinutes(),
        modelVersion,
        EtaVectors.named(question.vector()),
        ages(question),
        new FeatureVersions(
            versionOf(question.restaurant()),
            versionOf(question.courier()),
            versionOf(question.city()),
            instantOrNull(question.weatherMicros()),
            modelVersion),
        question.eventTime(),
        question.degraded() != 0,
        eta.capped(),
        reasons(question, eta),
        version(question),
        new EtaPrediction.Trace(
            instant(question.committedMicros()),
            instant(question.capturedMicros()),
            instant(question.enrichedMicros()),
            Instant.ofEpochMilli(question.joinedMillis()),
            Instant.ofEpochMilli(predictedMillis)));
  }

  private static long version(EtaQuestion question) {
    return Math.multiplyExact(question.enrichedVersion(), VERSIONS_OF_AN_ENRICHED_ORDER)
        + question.corrections();
  }

  private static List<String> reasons(EtaQuestion question, Eta eta) {
    if (eta.reasons().isEmpty()) {
      return DegradedBy.codes(question.degraded());
    }
    List<String> reasons = new ArrayList<>(DegradedBy.codes(question.degraded()));
    reasons.addAll(eta.reasons());
    return reasons;
  }

  private static FeatureAgeMs ages(EtaQuestion question) {
    Long weather = question.weatherMicros();
    return new FeatureAgeMs(
        age(question, question.restaurant()),
        age(question, question.courier()),
        age(question, question.city()),
        weather == null ? null : (question.eventMicros() - weather) / 1_000);
  }

  private static @Nullable Long age(EtaQuestion question, @Nullable JoinedVersion version) {
    return version == null ? null : question.dueMillis() - version.eventMillis();
  }

  private static @Nullable Long versionOf(@Nullable JoinedVersion version) {
    return version == null ? null : version.version();
  }

  private static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }

  private static @Nullable Instant instantOrNull(@Nullable Long micros) {
    return micros == null ? null : instant(micros);
  }
}
