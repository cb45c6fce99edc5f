package io.flavortrend.jobs.reviewsentiment;

import io.flavortrend.contracts.TimeDomain;
import io.flavortrend.contracts.cdc.CdcRecord.Change;
import io.flavortrend.contracts.cdc.ReviewRow;
import io.flavortrend.contracts.values.ReviewSentiment.Entity;
import io.flavortrend.jobs.frame.capture.ChangeReading;
import io.flavortrend.sentiment.Sentiment;
import io.flavortrend.sentiment.SentimentLabel;
import io.flavortrend.sentiment.SentimentScorer;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a change of a review means for the windows of its restaurant and its courier: the
 * contributions of the row after it, less those of the row before. Whether the order still exists
 * makes no difference: a review is what a customer has said. Pure.
 *
 * @param domain in {@code live} a review is dated at its commit at the latest, so that a fast
 *     application clock cannot reach into the future
 * @param allowedLateness how long after its end a window is still corrected
 */
record ReviewContributions(TimeDomain domain, Duration allowedLateness)
    implements ChangeReading<ReviewRow, ReviewContribution> {
  // Of the class and not of the instance, which travels inside the job graph.
  private static final SentimentScorer SCORER = new SentimentScorer();

  private static final int MIDDLE_RATING = 3;

  /** A star more or less than three: the ends stay short of what words can say. */
  private static final int SCORE_PER_STAR = ReviewContribution.SCORE_PARTS * 4 / 10;

  @Override
  public List<ReviewContribution> read(Change<ReviewRow> change) {
    ReviewRow before = change.before();
    ReviewRow after = change.after();
    if (before != null && after != null && saysTheSame(before, after)) {
      return List.of();
    }
    List<ReviewContribution> result = new ArrayList<>(4);
    if (before != null) {
      addTo(result, before, change, true);
    }
    if (after != null) {
      addTo(result, after, change, false);
    }
    return result;
  }

  @Override
  public long closesAt(ReviewContribution contribution) {
    return SentimentWindow.closesAt(contribution.window(), allowedLateness.toMillis());
  }

  private static boolean saysTheSame(ReviewRow before, ReviewRow after) {
    return before.restaurantId() == after.restaurantId()
        && Objects.equals(before.courierId(), after.courierId())
        && before.rating() == after.rating()
        && Objects.equals(before.comment(), after.comment())
        && before.createdAt().equals(after.createdAt());
  }

  private void addTo(
      List<ReviewContribution> result, ReviewRow review, Change<ReviewRow> change, boolean back) {
    Sentiment sentiment = sentiment(review.comment());
    // Stars stand in for words that are missing or say nothing.
    int score =
        sentiment.words().isEmpty()
            ? (review.rating() - MIDDLE_RATING) * SCORE_PER_STAR
            : (int) Math.round(sentiment.score() * ReviewContribution.SCORE_PARTS);
    boolean negative =
        SentimentLabel.of((double) score / ReviewContribution.SCORE_PARTS)
            == SentimentLabel.NEGATIVE;
    Instant committedAt = change.source().committedAt();
    ReviewContribution ofRestaurant =
        new ReviewContribution(
            Entity.RESTAURANT,
            review.restaurantId(),
            window(review.createdAt(), committedAt),
            1,
            score,
            negative ? 1 : 0,
            sentiment.words(),
            micros(committedAt),
            micros(change.capturedAt()));
    result.add(back ? ofRestaurant.negated() : ofRestaurant);
    if (review.courierId() != null) {
      ReviewContribution ofCourier = ofRestaurant.about(Entity.COURIER, review.courierId());
      result.add(back ? ofCourier.negated() : ofCourier);
    }
  }

  private static Sentiment sentiment(@Nullable String comment) {
    return SCORER.read(comment == null ? "" : comment);
  }

  private long window(Instant createdAt, Instant committedAt) {
    Instant occurredAt =
        domain == TimeDomain.LIVE && createdAt.isAfter(committedAt) ? committedAt : createdAt;
    long millis = occurredAt.toEpochMilli();
    return millis - Math.floorMod(millis, ReviewContribution.WINDOW_MILLIS);
  }

  private static long micros(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }
}
