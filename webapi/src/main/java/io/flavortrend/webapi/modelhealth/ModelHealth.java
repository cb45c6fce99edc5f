package io.flavortrend.webapi.modelhealth;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the champion does.
 *
 * @param champion null where the baseline answers
 * @param status the worst of what is known, {@code drift} included; null where nothing is
 * @param total of the period; null without outcomes
 * @param byWindow by start of the five minutes in which orders were delivered
 * @param byCity by id
 * @param byStage by stage
 * @param byVersion of both roles
 * @param byHour by local hour in which the order reached the stage
 * @param byWeather by condition
 * @param expectations stage by stage, against the champion's training
 * @param drift null without champion
 */
record ModelHealth(
    @Nullable String champion,
    @Nullable Status status,
    Instant from,
    Instant to,
    @Nullable Performance total,
    List<Performance> byWindow,
    List<Performance> byCity,
    List<Performance> byStage,
    List<Performance> byVersion,
    List<Performance> byHour,
    List<Performance> byWeather,
    List<Expectation> expectations,
    DriftWatch.@Nullable Watched drift,
    Instant asOf) {

  static @Nullable Status status(
      List<Expectation> expectations, DriftWatch.@Nullable Watched drift) {
    return Status.worst(
        Stream.concat(
            expectations.stream()
                .flatMap(found -> Stream.of(found.maeStatus(), found.coverageStatus())),
            drift == null
                ? Stream.<@Nullable Status>empty()
                : drift.features().stream().map(FeatureDrift::status)));
  }
}
