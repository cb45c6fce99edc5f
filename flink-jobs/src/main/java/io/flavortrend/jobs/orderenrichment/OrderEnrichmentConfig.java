package io.flavortrend.jobs.orderenrichment;

import io.flavortrend.jobs.frame.JobConfig;
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
 * @param weatherCap longest time that an order waits for its weather in the live domain
 * @param weatherCorrectedFor how long after an order's time its weather is still corrected
 * @param allowedLateness how long after their time orders and observations are still taken
 * @param lookupPatience longest time that an order waits for its lookups
 * @param lookupRetryFor how long an answer without lookups is tried to be corrected
 * @param lookupStaleness longest time that a row is served after it was looked up
 * @param lookupCapacity rows kept of each table
 * @param markerInterval least time from one progress marker to the next
 */
record OrderEnrichmentConfig(
    JobConfig job,
    Duration weatherCap,
    Duration weatherCorrectedFor,
    Duration allowedLateness,
    Duration lookupPatience,
    Duration lookupRetryFor,
    Duration lookupStaleness,
    int lookupCapacity,
    Duration markerInterval) {
  /** The job's name: package, consumer group, name in Flink. */
  static final String NAME = "order-enrichment";

  private static final String PREFIX = "FLAVOR_ORDER_ENRICHMENT_";
  static final String WEATHER_CAP = PREFIX + "WEATHER_CAP";
  static final String WEATHER_CORRECTED_FOR = PREFIX + "WEATHER_CORRECTED_FOR";
  static final String ALLOWED_LATENESS = PREFIX + "ALLOWED_LATENESS";
  static final String LOOKUP_PATIENCE = PREFIX + "LOOKUP_PATIENCE";
  static final String LOOKUP_RETRY_FOR = PREFIX + "LOOKUP_RETRY_FOR";
  static final String LOOKUP_STALENESS = PREFIX + "LOOKUP_STALENESS";
  static final String LOOKUP_CAPACITY = PREFIX + "LOOKUP_CAPACITY";

  static final String MARKER_INTERVAL = PREFIX + "MARKER_INTERVAL";

  /** Every setting read here. */
  static final Set<String> KEYS =
      Stream.concat(
              JobConfig.KEYS.stream(),
              Stream.of(
                  WEATHER_CAP,
                  WEATHER_CORRECTED_FOR,
                  ALLOWED_LATENESS,
                  LOOKUP_PATIENCE,
                  LOOKUP_RETRY_FOR,
                  LOOKUP_STALENESS,
                  LOOKUP_CAPACITY,
                  MARKER_INTERVAL))
          .collect(Collectors.toUnmodifiableSet());

  /**
   * Reads the settings.
   *
   * @throws InvalidSettingException naming the key whose value is not allowed
   */
  static OrderEnrichmentConfig from(Settings settings) {
    return new OrderEnrichmentConfig(
        JobConfig.from(NAME, settings),
        settings.duration(WEATHER_CAP, Duration.ofMillis(50)),
        settings.duration(WEATHER_CORRECTED_FOR, Duration.ofMinutes(15)),
        settings.duration(ALLOWED_LATENESS, Duration.ofHours(24)),
        settings.duration(LOOKUP_PATIENCE, Duration.ofMillis(50)),
        settings.duration(LOOKUP_RETRY_FOR, Duration.ofHours(1)),
        settings.duration(LOOKUP_STALENESS, Duration.ofMinutes(1)),
        settings.integer(LOOKUP_CAPACITY, 50_000, 1, 10_000_000),
        // Nobody waits for these: they tell what is complete, and what may be forgotten.
        settings.duration(MARKER_INTERVAL, Duration.ofMillis(200)));
  }
}
