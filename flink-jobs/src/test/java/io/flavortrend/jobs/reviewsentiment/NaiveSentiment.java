package io.flavortrend.jobs.reviewsentiment;

import io.flavortrend.contracts.TimeDomain;
import io.flavortrend.contracts.cdc.ReviewRow;
import io.flavortrend.contracts.values.ReviewSentiment;
import io.flavortrend.contracts.values.ReviewSentiment.TopWord;
import io.flavortrend.sentiment.Sentiment;
import io.flavortrend.sentiment.SentimentScorer;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The naive batch: looks at every review as it stands in the end, and counts. */
final class NaiveSentiment {
  /** Entity, id and window as text. */
  record Key(String entity, long id, Instant window) {
    static Key of(ReviewSentiment value) {
      return new Key(value.entity().code(), value.entityId(), value.windowStart());
    }
  }

  /** One row; mutable while counting. */
  static final class Row {
    long reviews;
    double score;
    long negatives;
    final Map<String, Integer> words = new TreeMap<>();

    List<TopWord> topWords() {
      // The map is in order of letters, and sorting is stable.
      return words.entrySet().stream()
          .sorted((one, other) -> other.getValue() - one.getValue())
          .limit(5)
          .map(entry -> new TopWord(entry.getKey(), entry.getValue()))
          .toList();
    }
  }

  final Map<Key, Row> rows = new HashMap<>();
  private final SentimentScorer scorer = new SentimentScorer();
  private final TimeDomain domain;

  NaiveSentiment(TimeDomain domain) {
    this.domain = domain;
  }

  NaiveSentiment count(RandomReviews history, RandomReviews.Log log) {
    RandomReviews.old().forEach(review -> count(review, review.createdAt()));
    for (int i = 0; i < history.lives.size(); i++) {
      List<ReviewRow> life = history.lives.get(i);
      ReviewRow last = life.get(life.size() - 1);
      if (last != null) {
        Instant told = log.firstTold().get(i);
        boolean capped = domain == TimeDomain.LIVE && last.createdAt().isAfter(told);
        count(last, capped ? told : last.createdAt());
      }
    }
    return this;
  }

  private void count(ReviewRow review, Instant at) {
    Instant window = Instant.ofEpochSecond(at.getEpochSecond() / 300 * 300);
    count(new Key("restaurant", review.restaurantId(), window), review);
    if (review.courierId() != null) {
      count(new Key("courier", review.courierId(), window), review);
    }
  }

  private void count(Key key, ReviewRow review) {
    Row row = rows.computeIfAbsent(key, k -> new Row());
    Sentiment sentiment = scorer.read(review.comment() == null ? "" : review.comment());
    double score = sentiment.words().isEmpty() ? 0.4 * (review.rating() - 3) : sentiment.score();
    row.reviews++;
    row.score += score;
    row.negatives += score <= -0.05 ? 1 : 0;
    sentiment.words().forEach(word -> row.words.merge(word, 1, Integer::sum));
  }
}
