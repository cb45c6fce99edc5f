package io.flavortrend.jobs.staticsla;

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
 * @param limits the time allowed for each stage where the topic {@code sla_limits} says nothing
 * @param historyMargin a limit that passed longer than this before the change was committed is
 *     history, and raises no alert
 * @param allowedLateness how long after its end an order is still corrected
 * @param abandonedAfter how long after its newest stage an unfinished order is forgotten
 */
record StaticSlaConfig(
    JobConfig job,
    LimitMinutes limits,
    Duration historyMargin,
    Duration allowedLateness,
    Duration abandonedAfter) {
  /** The job's name: package, consumer group, name in Flink. */
  static final String NAME = "static-sla";

  static final String ACCEPT_LIMIT = "FLAVOR_STATIC_SLA_ACCEPT_LIMIT";
  static final String PREPARE_LIMIT = "FLAVOR_STATIC_SLA_PREPARE_LIMIT";
  static final String PICK_UP_LIMIT = "FLAVOR_STATIC_SLA_PICK_UP_LIMIT";
  static final String DELIVER_LIMIT = "FLAVOR_STATIC_SLA_DELIVER_LIMIT";
  static final String HISTORY_MARGIN = "FLAVOR_STATIC_SLA_HISTORY_MARGIN";
  static final String ALLOWED_LATENESS = "FLAVOR_STATIC_SLA_ALLOWED_LATENESS";
  static final String ABANDONED_AFTER = "FLAVOR_STATIC_SLA_ABANDONED_AFTER";

  /** Every setting read here. */
  static final Set<String> KEYS =
      Stream.concat(
              JobConfig.KEYS.stream(),
              Stream.of(
                  ACCEPT_LIMIT,
                  PREPARE_LIMIT,
                  PICK_UP_LIMIT,
                  DELIVER_LIMIT,
                  HISTORY_MARGIN,
                  ALLOWED_LATENESS,
                  ABANDONED_AFTER))
          .collect(Collectors.toUnmodifiableSet());

  /**
   * Reads the settings.
   *
   * @throws InvalidSettingException naming the key whose value is not allowed
   */
  static StaticSlaConfig from(Settings settings) {
    return new StaticSlaConfig(
        JobConfig.from(NAME, settings),
        new LimitMinutes(
            minutes(settings, ACCEPT_LIMIT, 5),
            minutes(settings, PREPARE_LIMIT, 25),
            minutes(settings, PICK_UP_LIMIT, 10),
            minutes(settings, DELIVER_LIMIT, 60)),
        settings.duration(HISTORY_MARGIN, Duration.ofMinutes(10)),
        settings.duration(ALLOWED_LATENESS, Duration.ofHours(24)),
        settings.duration(ABANDONED_AFTER, Duration.ofHours(48)));
  }

  /** The rules that follow. */
  SlaRules rules() {
    return new SlaRules(job.timeDomain(), limits, historyMargin, allowedLateness, abandonedAfter);
  }

  private static double minutes(Settings settings, String key, int defaultMinutes) {
    Duration limit = settings.duration(key, Duration.ofMinutes(defaultMinutes));
    double minutes = limit.toMillis() / 60e3;
    if (minutes <= 0 || minutes > LimitsDecoder.MAX_MINUTES) {
      throw new InvalidSettingException(
          key, limit.toString(), "a duration from PT0.001S to PT168H");
    }
    return minutes;
  }
}
