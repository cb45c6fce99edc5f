package io.flavortrend.contracts.values;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How the reviews of one restaurant or courier sounded that were written within five minutes of
 * event time; topic {@code review_sentiment}, keyed by {@link #key()}, and table {@code
 * analytics.review_sentiment}. A later value of the same entity and window, told by its higher
 * version, replaces the earlier.
 *
 * @param schemaVersion version of this record's JSON Schema
 * @param entity whom the reviews are about
 * @param entityId the restaurant's or the courier's id
 * @param windowStart the window's first instant, UTC
 * @param reviews reviews written in the window
 * @param meanScore mean of the reviews' scores, -1 (bad) to 1 (good); a review without words that
 *     say anything is scored by its stars; null where all reviews were taken back
 * @param negativeShare share of the reviews that sound negative, 0 to 1; null where all reviews
 *     were taken back
 * @param topWords the words that carried most scores, most frequent first, then by letter; at most
 *     {@link #MOST_TOP_WORDS}
 * @param version job generation, then changes folded; never decreases for an entity and window
 * @param trace when the newest change in the row was committed, captured and emitted
 */
public record ReviewSentiment(
    int schemaVersion,
    Entity entity,
    long entityId,
    Instant windowStart,
    long reviews,
    @Nullable Double meanScore,
    @Nullable Double negativeShare,
    List<TopWord> topWords,
    long version,
    Trace trace) {

  /** Version of the JSON Schema {@code review_sentiment.schema.json}. */
  public static final int SCHEMA_VERSION = 1;

  /** Words that a row names at most. */
  public static final int MOST_TOP_WORDS = 5;

  /** Whom a review is about. */
  public enum Entity {
    RESTAURANT,
    COURIER;

    /** The word in topic and table. */
    @JsonValue
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A word that carried scores.
   *
   * @param word as a reader sees it; turned around it shows as "not good"
   * @param count reviews whose score it carried
   */
  public record TopWord(String word, int count) {}

  /**
   * Instants on the way of the newest change in the row.
   *
   * @param committedAt commit in PostgreSQL
   * @param capturedAt read by Debezium
   * @param emittedAt handed to the sinks
   */
  public record Trace(Instant committedAt, Instant capturedAt, Instant emittedAt) {}

  /** The record's key: the restaurant's id, or {@code courier/} and the courier's. */
  public String key() {
    return entity == Entity.RESTAURANT ? Long.toString(entityId) : "courier/" + entityId;
  }
}
