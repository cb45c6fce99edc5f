package io.flavortrend.jobs.citykpis;

import io.flavortrend.jobs.frame.JobConfig;
import io.flavortrend.jobs.frame.features.FeatureConfig;
import io.flavortrend.settings.InvalidSettingException;
import io.flavortrend.settings.Settings;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the job is told.
 *
 * @param job what every job is told
 * @param emitInterval longest time that a change waits before its minute is shown
 * @param allowedLateness how long after its end a minute is still corrected
 * @param features what every job that computes features is told
 */
public record CityKpisConfig(
    JobConfig job, Duration emitInterval, Duration allowedLateness, FeatureConfig features) {
  /** The job's name: package, consumer group, name in Flink. */
  public static final String NAME = "city-kpis";

  public static final String EMIT_INTERVAL = "FLAVOR_CITY_KPIS_EMIT_INTERVAL";
  public static final String ALLOWED_LATENESS = "FLAVOR_CITY_KPIS_ALLOWED_LATENESS";

  /** Every setting read here. */
  public static final Set<String> KEYS =
      Stream.concat(FeatureConfig.KEYS.stream(), Stream.of(EMIT_INTERVAL, ALLOWED_LATENESS))
          .collect(Collectors.toUnmodifiableSet());

  private static final Duration LONGEST_EMIT_INTERVAL = Duration.ofSeconds(1);

  /**
   * Reads the settings.
   *
   * @throws InvalidSettingException naming the key whose value is not allowed
   */
  public static CityKpisConfig from(Settings settings) {
    Duration emitInterval = settings.duration(EMIT_INTERVAL, Duration.ofMillis(200));
    if (emitInterval.compareTo(LONGEST_EMIT_INTERVAL) > 0) {
      throw new InvalidSettingException(
          EMIT_INTERVAL, emitInterval.toString(), "a duration of PT1S or less");
    }
    return new CityKpisConfig(
        JobConfig.from(NAME, settings),
        emitInterval,
        settings.duration(ALLOWED_LATENESS, Duration.ofHours(24)),
        FeatureConfig.from(NAME, settings));
  }
}
