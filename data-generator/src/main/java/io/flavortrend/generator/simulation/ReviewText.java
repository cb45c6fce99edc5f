package io.flavortrend.generator.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Puts an experience into words: English, French, or both in one, as people here write. Immutable
 * and thread-safe.
 */
final class ReviewText {
  private static final double FRENCH = 0.45;
  private static final double ENGLISH = 0.38;
  private static final int MOST_TOPICS = 3;

  private final PhraseBook english = PhraseBook.of("en");
  private final PhraseBook french = PhraseBook.of("fr");

  /**
   * What is written.
   *
   * @param language of the first sentence, ISO 639-1
   */
  record Written(String text, String language) {}

  Written write(List<Topic> topics, int rating, Words words) {
    boolean startsFrench = words.happens(FRENCH / (FRENCH + ENGLISH));
    boolean mixed = words.happens(1 - FRENCH - ENGLISH);
    List<String> keys = new ArrayList<>();
    String stars = rating >= 4 ? "good" : rating == 3 ? "fair" : "bad";
    if (words.happens(0.35)) {
      keys.add("open_" + stars);
    }
    int told = 1 + words.index(Math.min(MOST_TOPICS, topics.size()));
    topics.subList(0, told).forEach(topic -> keys.add(topic.code()));
    if (words.happens(0.45)) {
      keys.add("close_" + stars);
    }
    List<String> sentences = new ArrayList<>();
    boolean inFrench = startsFrench;
    for (String key : keys) {
      sentences.add((inFrench ? french : english).say(key, words));
      inFrench = mixed != inFrench;
    }
    if (mixed && sentences.size() == 1) {
      sentences.add((inFrench ? french : english).say("close_" + stars, words));
    }
    return new Written(style(String.join(" ", sentences), words), startsFrench ? "fr" : "en");
  }

  /** Not everybody minds capitals and full stops. */
  private static String style(String text, Words words) {
    int hand = words.index(20);
    if (hand < 3) {
      return text.toLowerCase(Locale.ROOT).replace(".", "");
    }
    if (hand < 5 && text.endsWith(".")) {
      return text.substring(0, text.length() - 1) + (hand == 3 ? "!" : "!!");
    }
    return hand == 5 ? text.replace(". ", ", ") : text;
  }
}
