package io.flavortrend.sentiment;

import java.util.ArrayList;
import java.util.List;

/**
 * Tells how a review sounds, English, French or mixed: a lexicon of general words and of those of
 * food delivery, and rules for negation, intensity, contrast and emphasis. Immutable, thread-safe.
 */
public final class SentimentScorer {
  private static final double DECIMALS = 10_000;

  private final Lexicon lexicon = LexiconReader.read();

  /**
   * The score alone: faster than {@link #read} where the words are not needed.
   *
   * @return from -1 to 1, four decimals; 0 where the text says nothing either way
   */
  public double score(String text) {
    return rounded(new Reading(lexicon, new Tokens(lexicon, text)).score());
  }

  /** How the text sounds, and which words made it so. */
  public Sentiment read(String text) {
    Reading reading = new Reading(lexicon, new Tokens(lexicon, text));
    return reading.hitCount() == 0
        ? Sentiment.SILENT
        : new Sentiment(rounded(reading.score()), words(reading));
  }

  private static double rounded(double score) {
    return Math.round(score * DECIMALS) / DECIMALS;
  }

  /** The weightiest words on the side of the score, by weight and then by place. */
  private static List<String> words(Reading reading) {
    double side = reading.score();
    List<String> words = new ArrayList<>(Sentiment.MOST_WORDS);
    boolean[] taken = new boolean[reading.hitCount()];
    while (words.size() < Sentiment.MOST_WORDS) {
      int best = -1;
      for (int hit = 0; hit < reading.hitCount(); hit++) {
        boolean carries = side == 0 || reading.hitWeight(hit) > 0 == side > 0;
        if (carries
            && !taken[hit]
            && (best < 0 || Math.abs(reading.hitWeight(hit)) > Math.abs(reading.hitWeight(best)))) {
          best = hit;
        }
      }
      if (best < 0) {
        break;
      }
      taken[best] = true;
      String word = reading.hitWord(best);
      if (!words.contains(word)) {
        words.add(word);
      }
    }
    return List.copyOf(words);
  }
}
