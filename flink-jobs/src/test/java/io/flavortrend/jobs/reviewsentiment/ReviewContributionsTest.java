package io.flavortrend.jobs.reviewsentiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.flavortrend.contracts.TimeDomain;
import io.flavortrend.contracts.cdc.ReviewRow;
import io.flavortrend.contracts.values.ReviewSentiment.Entity;
import io.flavortrend.jobs.testing.ReviewLog;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReviewContributionsTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Instant LATER = NOON.plusSeconds(3600);

  private final ReviewContributions live =
      new ReviewContributions(TimeDomain.LIVE, Duration.ofHours(24));
  private final ReviewContributions log =
      new ReviewContributions(TimeDomain.LOG, Duration.ofHours(24));

  @Test
  void aReviewCountsForItsRestaurantAndItsCourier() {
    assertThat(read(live, null, row(42L, 1, "Very late and cold", NOON.plusSeconds(299))))
        .extracting(
            ReviewContribution::key, ReviewContribution::reviews, ReviewContribution::negatives)
        .containsExactly(
            tuple(new SentimentWindowKey(Entity.RESTAURANT, 7, NOON.toEpochMilli()), 1, 1),
            tuple(new SentimentWindowKey(Entity.COURIER, 42, NOON.toEpochMilli()), 1, 1));
  }

  @Test
  void withoutCourierItCountsForTheRestaurantAlone() {
    assertThat(read(live, null, row(null, 5, "Delicious", NOON)))
        .extracting(ReviewContribution::entity)
        .containsExactly(Entity.RESTAURANT);
  }

  @Test
  void theWordsThatCarriedTheScoreGoWithIt() {
    ReviewContribution contribution =
        read(live, null, row(null, 5, "Délicieux, à l'heure", NOON)).get(0);
    assertThat(contribution.words()).containsExactly("délicieux", "à l'heure");
    assertThat(contribution.score()).isBetween(5_000, 10_000);
    assertThat(contribution.negatives()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"1, -8000, 1", "2, -4000, 1", "3, 0, 0", "4, 4000, 0", "5, 8000, 0"})
  void starsStandInForWordsThatAreMissing(int rating, int score, int negatives) {
    for (String comment : new String[] {null, "", "  ", "brrr 1126"}) {
      assertThat(read(live, null, row(null, rating, comment, NOON)))
          .as("%s", comment)
          .extracting(
              ReviewContribution::score, ReviewContribution::negatives, ReviewContribution::words)
          .containsExactly(tuple(score, negatives, List.of()));
    }
  }

  @Test
  void anEditTakesTheFormerBackBeforeItAdds() {
    assertThat(
            read(
                live,
                row(42L, 1, "Late", NOON),
                row(42L, 5, "Late but delicious, thank you", NOON)))
        .extracting(
            ReviewContribution::entity, ReviewContribution::reviews, ReviewContribution::negatives)
        .containsExactly(
            tuple(Entity.RESTAURANT, -1, -1),
            tuple(Entity.COURIER, -1, -1),
            tuple(Entity.RESTAURANT, 1, 0),
            tuple(Entity.COURIER, 1, 0));
  }

  @Test
  void nothingThatCountsHasChanged() {
    ReviewRow review = row(42L, 4, "Tasty", NOON);
    ReviewRow touched = new ReviewRow(1, 9, 7, 42L, 4, "Tasty", "en", NOON, NOON.plusSeconds(60));
    assertThat(read(live, review, touched)).isEmpty();
  }

  @Test
  void aDeletedReviewTakesEverythingBack() {
    ReviewRow review = row(42L, 4, "Tasty", NOON);
    List<ReviewContribution> added = read(live, null, review);
    assertThat(read(live, review, null))
        .containsExactlyElementsOf(added.stream().map(ReviewContribution::negated).toList());
  }

  @Test
  void aReviewOfADeletedOrderIsAReview() {
    ReviewRow orphan = new ReviewRow(1, -1, 7, null, 4, "Tasty", "en", NOON, NOON);
    assertThat(read(live, null, orphan)).hasSize(1);
  }

  @Test
  void aFastClockCannotReachIntoTheFutureOfTheLiveDomain() {
    ReviewRow review = row(null, 5, "Tasty", NOON);
    Instant committedAt = NOON.minusSeconds(30);
    assertThat(live.read(ReviewLog.decoded(null, review, committedAt)).get(0).window())
        .isEqualTo(NOON.minusSeconds(300).toEpochMilli());
    assertThat(log.read(ReviewLog.decoded(null, review, committedAt)).get(0).window())
        .isEqualTo(NOON.toEpochMilli());
  }

  @Test
  void aWindowClosesWhenItsLatenessIsOver() {
    assertThat(live.closesAt(read(live, null, row(null, 5, "Tasty", NOON)).get(0)))
        .isEqualTo(NOON.plusSeconds(300).plus(Duration.ofHours(24)).toEpochMilli() - 1);
  }

  private static List<ReviewContribution> read(
      ReviewContributions reading, @Nullable ReviewRow before, @Nullable ReviewRow after) {
    return reading.read(ReviewLog.decoded(before, after, LATER));
  }

  static ReviewRow row(
      @Nullable Long courier, int rating, @Nullable String comment, Instant createdAt) {
    return new ReviewRow(1, 9, 7, courier, rating, comment, null, createdAt, createdAt);
  }
}
