package io.flavortrend.jobs.reviewsentiment;

import io.flavortrend.contracts.values.ReviewSentiment;
import io.flavortrend.contracts.values.ReviewSentiment.TopWord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Which of a window's words are shown. Pure. */
final class TopWords {
  private static final Comparator<TopWord> ORDER =
      Comparator.comparingInt(TopWord::count).reversed().thenComparing(TopWord::word);

  private TopWords() {}

  /** The most frequent words, those as frequent by letter. */
  static List<TopWord> of(Iterable<Map.Entry<String, Integer>> counts) {
    List<TopWord> words = new ArrayList<>();
    for (Map.Entry<String, Integer> count : counts) {
      // Below zero where the job began in the middle of a window's history.
      if (count.getValue() > 0) {
        words.add(new TopWord(count.getKey(), count.getValue()));
      }
    }
    words.sort(ORDER);
    return List.copyOf(words.subList(0, Math.min(words.size(), ReviewSentiment.MOST_TOP_WORDS)));
  }
}
