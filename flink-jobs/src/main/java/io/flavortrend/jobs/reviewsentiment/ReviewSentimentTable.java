package io.flavortrend.jobs.reviewsentiment;

import io.flavortrend.contracts.codec.Json;
import io.flavortrend.contracts.values.ReviewSentiment;
import io.flavortrend.jobs.frame.upsert.VersionedTable;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PGobject;

/** The table {@code analytics.review_sentiment}. */
final class ReviewSentimentTable {
  private ReviewSentimentTable() {}

  /** How a value becomes a row. */
  static VersionedTable<ReviewSentiment> table() {
    return new VersionedTable<>(
        "analytics.review_sentiment",
        List.of("entity", "entity_id", "window_start"),
        List.of("reviews", "mean_score", "negative_share", "top_words"),
        ReviewSentimentTable::row);
  }

  private static List<@Nullable Object> row(ReviewSentiment value) {
    return Arrays.asList(
        value.entity().code(),
        value.entityId(),
        value.windowStart().atOffset(ZoneOffset.UTC),
        value.reviews(),
        value.meanScore(),
        value.negativeShare(),
        jsonb(Json.mapper().writeValueAsString(value.topWords())),
        value.version());
  }

  private static PGobject jsonb(String json) {
    try {
      PGobject object = new PGobject();
      object.setType("jsonb");
      object.setValue(json);
      return object;
    } catch (SQLException e) {
      throw new IllegalStateException("Setting a text cannot fail", e);
    }
  }
}
