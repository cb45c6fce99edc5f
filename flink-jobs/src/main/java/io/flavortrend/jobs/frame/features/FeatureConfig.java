package io.flavortrend.jobs.frame.features;

import io.flavortrend.jobs.frame.JobConfig;
import io.flavortrend.settings.InvalidSettingException;
import io.flavortrend.settings.Settings;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What every job that computes features is told.
 *
 * @param job what every job is told
 * @param versionInterval least event time from one version of an entity to its next; what changes
 *     in between is shown at its end
 * @param markerInterval least time from one progress marker to the next
 * @param allowedLateness how old an event may be when it comes
 */
public record FeatureConfig(
    JobConfig job, Duration versionInterval, Duration markerInterval, Duration allowedLateness) {
  public static final String VERSION_INTERVAL = "FLAVOR_FEATURES_VERSION_INTERVAL";
  public static final String MARKER_INTERVAL = "FLAVOR_FEATURES_MARKER_INTERVAL";
  public static final String ALLOWED_LATENESS = "FLAVOR_FEATURES_ALLOWED_LATENESS";

  /** Every setting read here. */
  public static final Set<String> KEYS =
      Stream.concat(
              JobConfig.KEYS.stream(),
              Stream.of(VERSION_INTERVAL, MARKER_INTERVAL, ALLOWED_LATENESS))
          .collect(Collectors.toUnmodifiableSet());

  private static final Duration LONGEST = Duration.ofSeconds(10);

  /**
   * Reads the settings. Busy entities are coalesced to ten versions a second by default; one that
   * changes less often is shown at once.
   *
   * @param name the job's name
   * @throws InvalidSettingException naming the key whose value is not allowed
   */
  public static FeatureConfig from(String name, Settings settings) {
    return new FeatureConfig(
        JobConfig.from(name, settings),
        atMostTenSeconds(settings, VERSION_INTERVAL, Duration.ofMillis(100)),
        atMostTenSeconds(settings, MARKER_INTERVAL, Duration.ofMillis(10)),
        settings.duration(ALLOWED_LATENESS, Duration.ofHours(24)));
  }

  private static Duration atMostTenSeconds(Settings settings, String key, Duration defaultValue) {
    Duration duration = settings.duration(key, defaultValue);
    if (duration.compareTo(LONGEST) > 0) {
      throw new InvalidSettingException(key, duration.toString(), "a duration of PT10S or less");
    }
    return duration;
  }
}
