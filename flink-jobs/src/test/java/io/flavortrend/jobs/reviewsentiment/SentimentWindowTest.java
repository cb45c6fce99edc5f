package io.flavortrend.jobs.reviewsentiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.flavortrend.contracts.values.ReviewSentiment;
import io.flavortrend.contracts.values.ReviewSentiment.Entity;
import io.flavortrend.contracts.values.ReviewSentiment.TopWord;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SentimentWindowTest {
  private static final long WINDOW = Instant.parse("2026-03-01T12:00:00Z").toEpochMilli();
  private static final SentimentWindowKey KEY = new SentimentWindowKey(Entity.COURIER, 42, WINDOW);

  @Test
  void meanAndShareAreOverAllReviews() {
    ReviewSentiment value =
        value(SentimentWindow.EMPTY.plus(review(8_000, 0)).plus(review(-5_000, 1)));
    assertThat(value.reviews()).isEqualTo(2);
    assertThat(value.meanScore()).isEqualTo(0.15);
    assertThat(value.negativeShare()).isEqualTo(0.5);
    assertThat(value.version()).isEqualTo((3L << 40) + 2);
    assertThat(value.key()).isEqualTo("courier/42");
  }

  @Test
  void aWindowOfReviewsTakenBackIsEmptyAndCounted() {
    ReviewContribution review = review(8_000, 0);
    ReviewSentiment value = value(SentimentWindow.EMPTY.plus(review).plus(review.negated()));
    assertThat(value.reviews()).isZero();
    assertThat(value.meanScore()).isNull();
    assertThat(value.negativeShare()).isNull();
    assertThat(value.version()).isEqualTo((3L << 40) + 2);
  }

  @Test
  void theOrderOfContributionsMakesNoDifference() {
    ReviewContribution one = review(8_001, 0);
    ReviewContribution two = review(-1, 0);
    assertThat(SentimentWindow.EMPTY.plus(one).plus(two).plus(two.negated()))
        .isEqualTo(SentimentWindow.EMPTY.plus(two).plus(two.negated()).plus(one));
  }

  @Test
  void frequentWordsComeFirstAndEqualOnesByLetter() {
    Map<String, Integer> counts =
        Map.of("late", 2, "cold", 2, "tasty", 3, "rude", 1, "wrong", 1, "bad", 1, "gone", -1);
    assertThat(TopWords.of(counts.entrySet()))
        .containsExactly(
            new TopWord("tasty", 3),
            new TopWord("cold", 2),
            new TopWord("late", 2),
            new TopWord("bad", 1),
            new TopWord("rude", 1));
  }

  private static ReviewSentiment value(SentimentWindow window) {
    return window.toValue(KEY, List.of(), 3, Instant.EPOCH);
  }

  private static ReviewContribution review(int score, int negatives) {
    return new ReviewContribution(Entity.COURIER, 42, WINDOW, 1, score, negatives, List.of(), 1, 1);
  }
}
