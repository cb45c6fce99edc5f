package io.flavortrend.jobs.courierfeatures;

import io.flavortrend.jobs.frame.features.FeatureConfig;
import io.flavortrend.settings.InvalidSettingException;
import io.flavortrend.settings.Settings;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the job is told.
 *
 * @param features what every job that computes features is told
 * @param cityTimezone whose midnight begins a courier's day; one for all cities, which are not
 *     captured
 */
public record CourierFeaturesConfig(FeatureConfig features, ZoneId cityTimezone) {
  /** The job's name: package, consumer group, name in Flink. */
  public static final String NAME = "courier-features";

  public static final String CITY_TIMEZONE = "FLAVOR_CITY_TIMEZONE";

  /** Every setting read here. */
  public static final Set<String> KEYS =
      Stream.concat(FeatureConfig.KEYS.stream(), Stream.of(CITY_TIMEZONE))
          .collect(Collectors.toUnmodifiableSet());

  /**
   * Reads the settings.
   *
   * @throws InvalidSettingException naming the key whose value is not allowed
   */
  public static CourierFeaturesConfig from(Settings settings) {
    String zone = settings.text(CITY_TIMEZONE, "Africa/Tunis");
    try {
      return new CourierFeaturesConfig(FeatureConfig.from(NAME, settings), ZoneId.of(zone));
    } catch (DateTimeException e) {
      InvalidSettingException invalid =
          new InvalidSettingException(CITY_TIMEZONE, zone, "a zone such as Africa/Tunis");
      invalid.initCause(e);
      throw invalid;
    }
  }
}
