package io.flavortrend.jobs.etaprediction;

import io.flavortrend.contracts.TimeDomain;
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
 * @param featuresCap longest time that an order waits for each group of features in the live domain
 * @param correctedFor how long an answer that did not wait is kept for its correction
 * @param versionsKeptFor how long versions of features are kept for orders that come late
 * @param historyMargin what happened longer than this before it was committed is history, and
 *     raises no prediction in the live domain
 * @param ordersKeptFor how long after its last question or its end an order is known
 * @param packageLimitMb the largest package of a model that is loaded, in MiB
 */
record EtaPredictionConfig(
    JobConfig job,
    Duration featuresCap,
    Duration correctedFor,
    Duration versionsKeptFor,
    Duration historyMargin,
    Duration ordersKeptFor,
    int packageLimitMb) {
  /** The job's name: package, consumer group, name in Flink. */
  static final String NAME = "eta-prediction";

  private static final String PREFIX = "FLAVOR_ETA_PREDICTION_";
  static final String FEATURES_CAP = PREFIX + "FEATURES_CAP";
  static final String CORRECTED_FOR = PREFIX + "CORRECTED_FOR";
  static final String VERSIONS_KEPT_FOR = PREFIX + "VERSIONS_KEPT_FOR";
  static final String HISTORY_MARGIN = PREFIX + "HISTORY_MARGIN";
  static final String ORDERS_KEPT_FOR = PREFIX + "ORDERS_KEPT_FOR";
  static final String PACKAGE_LIMIT_MB = PREFIX + "PACKAGE_LIMIT_MB";

  /** Every setting read here. */
  static final Set<String> KEYS =
      Stream.concat(
              JobConfig.KEYS.stream(),
              Stream.of(
                  FEATURES_CAP,
                  CORRECTED_FOR,
                  VERSIONS_KEPT_FOR,
                  HISTORY_MARGIN,
                  ORDERS_KEPT_FOR,
                  PACKAGE_LIMIT_MB))
          .collect(Collectors.toUnmodifiableSet());

  /**
   * Reads the settings.
   *
   * @throws InvalidSettingException naming the key whose value is not allowed
   */
  static EtaPredictionConfig from(Settings settings) {
    JobConfig job = JobConfig.from(NAME, settings);
    return new EtaPredictionConfig(
        job,
        settings.duration(FEATURES_CAP, Duration.ofMillis(50)),
        settings.duration(CORRECTED_FOR, Duration.ofMinutes(15)),
        settings.duration(VERSIONS_KEPT_FOR, keptByDefault(job.timeDomain())),
        settings.duration(HISTORY_MARGIN, Duration.ofMinutes(10)),
        positive(settings, ORDERS_KEPT_FOR, Duration.ofHours(24)),
        settings.integer(PACKAGE_LIMIT_MB, 64, 1, 1_024));
  }

  /**
   * Enriched orders come as far apart in time as the partitions of the captured orders were read
   * apart: seconds when they are lived, hours in a history of a few orders a minute.
   */
  private static Duration keptByDefault(TimeDomain domain) {
    return domain == TimeDomain.LOG ? Duration.ofHours(24) : Duration.ofMinutes(30);
  }

  private static Duration positive(Settings settings, String key, Duration defaultValue) {
    Duration duration = settings.duration(key, defaultValue);
    if (duration.toMillis() < 1) {
      throw new InvalidSettingException(key, duration.toString(), "a duration above zero");
    }
    return duration;
  }
}
