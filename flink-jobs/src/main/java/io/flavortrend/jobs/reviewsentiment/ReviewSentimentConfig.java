package io.flavortrend.jobs.reviewsentiment;

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
 * @param emitInterval longest time that a change waits before its window is shown
 * @param allowedLateness how long after its end a window is still corrected
 */
public record ReviewSentimentConfig(
    JobConfig job, Duration emitInterval, Duration allowedLateness) {
  /** The job's name: package, consumer group, name in Flink. */
  public static final String NAME = "review-sentiment";

  public static final String EMIT_INTERVAL = "FLAVOR_REVIEW_SENTIMENT_EMIT_INTERVAL";
  public static final String ALLOWED_LATENESS = "FLAVOR_REVIEW_SENTIMENT_ALLOWED_LATENESS";

  /** Every setting read here. */
  public static final Set<String> KEYS =
      Stream.concat(JobConfig.KEYS.stream(), Stream.of(EMIT_INTERVAL, ALLOWED_LATENESS))
          .collect(Collectors.toUnmodifiableSet());

  private static final Duration LONGEST_EMIT_INTERVAL = Duration.ofMinutes(1);

  /**
   * Reads the settings.
   *
   * @throws InvalidSettingException naming the key whose value is not allowed
   */
  public static ReviewSentimentConfig from(Settings settings) {
    Duration emitInterval = settings.duration(EMIT_INTERVAL, Duration.ofSeconds(1));
    if (emitInterval.compareTo(LONGEST_EMIT_INTERVAL) > 0) {
      throw new InvalidSettingException(
          EMIT_INTERVAL, emitInterval.toString(), "a duration of PT1M or less");
    }
    return new ReviewSentimentConfig(
        JobConfig.from(NAME, settings),
        emitInterval,
        settings.duration(ALLOWED_LATENESS, Duration.ofHours(24)));
  }
}
