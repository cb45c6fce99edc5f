package io.flavortrend.jobs.reviewsentiment;

import io.flavortrend.contracts.values.ReviewSentiment;
import io.flavortrend.contracts.values.ReviewSentiment.TopWord;
import io.flavortrend.jobs.frame.JobGeneration;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * The reviews of one window so far: the pure fold of their contributions, without the words. The
 * order in which they come makes no difference. Kept in Flink's state: a field may be added, none
 * renamed.
 *
 * @param reviews reviews written
 * @param score sum of their scores, ten-thousandths
 * @param negatives those of them that sound negative
 * @param changes contributions folded
 * @param committedAtMicros commit of the newest change folded
 * @param capturedAtMicros capture of the newest change folded
 */
public record SentimentWindow(
    long reviews,
    long score,
    long negatives,
    long changes,
    long committedAtMicros,
    long capturedAtMicros) {

  /** A window without reviews. */
  public static final SentimentWindow EMPTY =
      new SentimentWindow(0, 0, 0, 0, Long.MIN_VALUE, Long.MIN_VALUE);

  /** Event time in milliseconds at which the window is complete unless something comes late. */
  static long endsAt(long window) {
    return window + ReviewContribution.WINDOW_MILLIS - 1;
  }

  /** Event time in milliseconds from which on the window is corrected no more. */
  static long closesAt(long window, long allowedLatenessMillis) {
    return endsAt(window) + allowedLatenessMillis;
  }

  /** This window with one more contribution. */
  SentimentWindow plus(ReviewContribution contribution) {
    boolean newer = contribution.committedAtMicros() >= committedAtMicros;
    return new SentimentWindow(
        reviews + contribution.reviews(),
        score + contribution.score(),
        negatives + contribution.negatives(),
        changes + 1,
        newer ? contribution.committedAtMicros() : committedAtMicros,
        newer ? contribution.capturedAtMicros() : capturedAtMicros);
  }

  /**
   * This window as the topic and the table show it.
   *
   * @param topWords the words that carried most scores
   */
  ReviewSentiment toValue(
      SentimentWindowKey key, List<TopWord> topWords, int generation, Instant emittedAt) {
    return new ReviewSentiment(
        ReviewSentiment.SCHEMA_VERSION,
        key.entity(),
        key.entityId(),
        Instant.ofEpochMilli(key.window()),
        Math.max(0, reviews),
        reviews > 0 ? (double) score / (reviews * ReviewContribution.SCORE_PARTS) : null,
        reviews > 0 ? (double) negatives / reviews : null,
        topWords,
        JobGeneration.version(generation, changes),
        new ReviewSentiment.Trace(
            instant(committedAtMicros), instant(capturedAtMicros), emittedAt));
  }

  private static Instant instant(long micros) {
    return Instant.EPOCH.plus(Duration.of(micros, ChronoUnit.MICROS));
  }
}
