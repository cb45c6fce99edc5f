package io.flavortrend.sentiment;

import java.util.List;

/**
 * How a text sounds.
 *
 * @param score from -1 (as bad as can be) to 1 (as good as can be), four decimals; 0 where the text
 *     says nothing either way
 * @param words the words that carried the score, the weightiest first, at most {@link #MOST_WORDS},
 *     each once, as the lexicon writes them; a word that was turned around shows as "not good"
 */
public record Sentiment(double score, List<String> words) {
  /** Words that a sentiment names at most. */
  public static final int MOST_WORDS = 5;

  /** A text that says nothing either way. */
  static final Sentiment SILENT = new Sentiment(0, List.of());

  /** What the score amounts to. */
  public SentimentLabel label() {
    return SentimentLabel.of(score);
  }
}
