package io.flavortrend.sentiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Sentences of our own, in three lots. The second and third were written after the word list:
 * README tells how they fared before their misses were looked at and general words were added.
 */
class FrenchReviewsTest {
  private static final SentimentScorer SCORER = new SentimentScorer();

  @ParameterizedTest
  @CsvSource({
    "french-reviews.tsv, 120",
    "french-reviews-more.tsv, 60",
    "french-reviews-fresh.tsv, 40",
    "mixed-reviews.tsv, 12"
  })
  void areTold(String file, int atLeast) {
    List<Reviews> reviews = Reviews.read(file);
    assertThat(reviews).hasSizeGreaterThanOrEqualTo(atLeast);
    double accuracy = Reviews.accuracy(SCORER, reviews);
    System.out.printf(
        "sentiment: accuracy %.4f on the %d reviews of %s%n", accuracy, reviews.size(), file);
    assertThat(accuracy)
        .as("misjudged: %s", Reviews.misjudged(SCORER, reviews))
        .isGreaterThanOrEqualTo(0.85);
  }
}
