package io.flavortrend.jobs.reviewsentiment;

import io.flavortrend.contracts.values.ReviewSentiment.Entity;
import java.time.Duration;
import java.util.List;

/**
 * What one review adds to a window of its restaurant or courier, or takes from it again.
 *
 * @param entity whom the review is about
 * @param entityId the restaurant's or the courier's id
 * @param window the window's first instant, milliseconds since the epoch
 * @param reviews 1, or -1 where the review is taken back
 * @param score the review's score in ten-thousandths: whole numbers add up to the same sum in any
 *     order
 * @param negatives 1 where the review sounds negative
 * @param words the words that carried the score, each once; with the sign of {@code reviews}
 * @param committedAtMicros when the change was committed, microseconds since the epoch
 * @param capturedAtMicros when the change was captured, microseconds since the epoch
 */
public record ReviewContribution(
    Entity entity,
    long entityId,
    long window,
    int reviews,
    int score,
    int negatives,
    List<String> words,
    long committedAtMicros,
    long capturedAtMicros) {

  /** Length of a window in milliseconds. */
  public static final long WINDOW_MILLIS = Duration.ofMinutes(5).toMillis();

  /** Parts that a score of 1 is counted in. */
  public static final int SCORE_PARTS = 10_000;

  /** The key of the window that this belongs to. */
  public SentimentWindowKey key() {
    return new SentimentWindowKey(entity, entityId, window);
  }

  /** The same review about somebody else. */
  ReviewContribution about(Entity other, long otherId) {
    return new ReviewContribution(
        other,
        otherId,
        window,
        reviews,
        score,
        negatives,
        words,
        committedAtMicros,
        capturedAtMicros);
  }

  /** The same taken back. */
  ReviewContribution negated() {
    return new ReviewContribution(
        entity,
        entityId,
        window,
        -reviews,
        -score,
        -negatives,
        words,
        committedAtMicros,
        capturedAtMicros);
  }
}
