package io.flavortrend.jobs.dynamicsla;

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
 * @param warningMargin by how much a prediction must pass the promise to warn
 * @param tolerance how late an order may be at least before it counts as later than predicted
 * @param grace how long after its end an order is remembered, in event time and by the clock
 * @param abandonedAfter how long after it was placed an unfinished order is forgotten
 * @param emitInterval longest time that an outcome waits before its window is shown
 */
record DynamicSlaConfig(
    JobConfig job,
    Duration warningMargin,
    Duration tolerance,
    Duration grace,
    Duration abandonedAfter,
    Duration emitInterval) {
  /** The job's name: package, consumer group, name in Flink. */
  static final String NAME = "dynamic-sla";

  static final String WARNING_MARGIN = "FLAVOR_DYNAMIC_SLA_WARNING_MARGIN";
  static final String TOLERANCE = "FLAVOR_DYNAMIC_SLA_TOLERANCE";
  static final String GRACE = "FLAVOR_DYNAMIC_SLA_GRACE";
  static final String ABANDONED_AFTER = "FLAVOR_DYNAMIC_SLA_ABANDONED_AFTER";
  static final String EMIT_INTERVAL = "FLAVOR_DYNAMIC_SLA_EMIT_INTERVAL";

  /** Every setting read here. */
  static final Set<String> KEYS =
      Stream.concat(
              JobConfig.KEYS.stream(),
              Stream.of(WARNING_MARGIN, TOLERANCE, GRACE, ABANDONED_AFTER, EMIT_INTERVAL))
          .collect(Collectors.toUnmodifiableSet());

  private static final Duration LONGEST_EMIT_INTERVAL = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofDays(7);

  /**
   * Reads the settings.
   *
   * @throws InvalidSettingException naming the key whose value is not allowed
   */
  static DynamicSlaConfig from(Settings settings) {
    return new DynamicSlaConfig(
        JobConfig.from(NAME, settings),
        atMost(settings, WARNING_MARGIN, Duration.ofMinutes(1), LONGEST),
        atMost(settings, TOLERANCE, Duration.ofMinutes(5), LONGEST),
        atMost(settings, GRACE, Duration.ofHours(1), LONGEST),
        atMost(settings, ABANDONED_AFTER, Duration.ofHours(24), LONGEST),
        atMost(settings, EMIT_INTERVAL, Duration.ofSeconds(1), LONGEST_EMIT_INTERVAL));
  }

  /** The rules that follow. */
  DynamicSlaRules rules() {
    return new DynamicSlaRules(job.timeDomain(), warningMargin, tolerance, grace, abandonedAfter);
  }

  private static Duration atMost(
      Settings settings, String key, Duration defaultValue, Duration most) {
    Duration duration = settings.duration(key, defaultValue);
    if (duration.compareTo(most) > 0) {
      throw new InvalidSettingException(
          key, duration.toString(), "a duration of " + most + " or less");
    }
    return duration;
  }
}
