package io.flavortrend.sentiment;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A review whose side is known.
 *
 * @param positive true where it praises, false where it blames
 * @param text what was written
 */
record Reviews(boolean positive, String text) {
  /** Reviews of a test resource: label, tab, text. */
  static List<Reviews> read(String resource) {
    try (InputStream stream = Reviews.class.getResourceAsStream("/" + resource);
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(
                    Objects.requireNonNull(stream, resource), StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .map(line -> line.split("\t", 2))
          .map(columns -> new Reviews(columns[0].equals("positive"), columns[1]))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Those whose side the scorer tells wrongly; a text that says nothing to it counts as praise. */
  static List<Reviews> misjudged(SentimentScorer scorer, List<Reviews> reviews) {
    List<Reviews> misjudged = new ArrayList<>();
    for (Reviews review : reviews) {
      if (scorer.score(review.text()) >= 0 != review.positive()) {
        misjudged.add(review);
      }
    }
    return misjudged;
  }

  static double accuracy(SentimentScorer scorer, List<Reviews> reviews) {
    return 1 - (double) misjudged(scorer, reviews).size() / reviews.size();
  }
}
