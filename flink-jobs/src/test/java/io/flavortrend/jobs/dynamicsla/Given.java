package io.flavortrend.jobs.dynamicsla;

import io.flavortrend.contracts.values.EtaPrediction;
import io.flavortrend.contracts.values.EtaPrediction.FeatureAgeMs;
import io.flavortrend.contracts.values.EtaPrediction.FeatureVersions;
import io.flavortrend.contracts.values.ModelRelease.Role;
import io.flavortrend.contracts.values.Stage;
import io.flavortrend.jobs.frame.topics.RecordPosition;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Order 1 of city 7, placed at noon, and predictions of it; times are minutes after noon. */
final class Given {
  static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private Given() {}

  /** A change of the order; null where a time is not there. */
  static OrderProgress order(
      long lsn, @Nullable Double delivered, @Nullable Double cancelled, @Nullable Double promised) {
    return new OrderProgress(
        1,
        7,
        9,
        0,
        Micros.of(NOON),
        micros(delivered),
        micros(cancelled),
        micros(promised),
        false,
        false,
        lsn,
        micros(600.0),
        micros(600.0));
  }

  /** The order gone. */
  static OrderProgress deleted(long lsn) {
    return new OrderProgress(
        1, 7, 9, 0, Micros.of(NOON), Micros.NONE, Micros.NONE, Micros.NONE, true, false, lsn, 0, 0);
  }

  /** What a model says at so many minutes: delivered then, p10 two minutes before. */
  static EtaPrediction prediction(
      Stage stage, double at, double predicted, double p90, long version) {
    return prediction(1, stage, instant(at), "m1", predicted - at, p90 - at, version);
  }

  static EtaPrediction prediction(
      long orderId,
      Stage stage,
      Instant at,
      String model,
      double etaMinutes,
      double p90Minutes,
      long version) {
    Map<String, @Nullable Double> features = new LinkedHashMap<>();
    features.put("stage", (double) stage.ordinal());
    features.put("courier_load", null);
    return new EtaPrediction(
        EtaPrediction.SCHEMA_VERSION,
        orderId,
        7,
        9,
        null,
        stage,
        etaMinutes,
        etaMinutes - 2,
        p90Minutes,
        at.plus(Duration.ofNanos(Math.round(etaMinutes * 60e6) * 1_000)),
        null,
        etaMinutes + 1,
        model,
        features,
        new FeatureAgeMs(4_200L, null, 310L, null),
        new FeatureVersions(1L, null, 2L, null, model),
        at,
        false,
        false,
        List.of(),
        version,
        new EtaPrediction.Trace(at, at, at, at, at));
  }

  static ToldPrediction message(Role role, EtaPrediction prediction) {
    return new ToldPrediction(
        role,
        new RecordPosition("eta_predictions", 0, 5, Long.toString(prediction.orderId())),
        prediction);
  }

  static ToldPrediction champion(
      Stage stage, double at, double predicted, double p90, long version) {
    return message(Role.CHAMPION, prediction(stage, at, predicted, p90, version));
  }

  static Instant instant(double minutes) {
    return Micros.instant(micros(minutes));
  }

  static long micros(@Nullable Double minutes) {
    return minutes == null ? Micros.NONE : Micros.of(NOON) + Micros.ofMinutes(minutes);
  }

  static long millis(double minutes) {
    return Micros.millis(micros(minutes));
  }
}
