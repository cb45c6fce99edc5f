package io.flavortrend.sentiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Reviews of restaurants with one to five stars, on the usual cut: four and more praise, two and
 * less blame, those between are left out. They have no licence, so they are read where they are and
 * skipped where they are not.
 */
class ZomatoReviewsTest {
  private static final Path FILE =
      Path.of(System.getProperty("sentiment.data", "../../shared/data"))
          .resolve("zomato-reviews-10k/reviews.csv.gz");

  private static final SentimentScorer SCORER = new SentimentScorer();

  /** Even records and odd ones; misses were looked at among the odd ones alone. */
  private static final List<List<Reviews>> HALVES = List.of(new ArrayList<>(), new ArrayList<>());

  @BeforeAll
  static void read() throws IOException {
    assumeTrue(Files.isReadable(FILE), () -> FILE + " is absent: no accuracy is measured");
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    try (Reader reader =
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(FILE)), StandardCharsets.UTF_8);
        var records = format.parse(reader)) {
      for (CSVRecord record : records) {
        String rating = record.get("Rating");
        if (!rating.matches("[0-9.]+") || record.get("Review").isBlank()) {
          continue;
        }
        double stars = Double.parseDouble(rating);
        if (stars >= 4 || stars <= 2) {
          HALVES
              .get((int) (record.getRecordNumber() % 2))
              .add(new Reviews(stars >= 4, record.get("Review")));
        }
      }
    }
  }

  @Test
  void areToldInBothHalves() {
    assertThat(HALVES.get(0).size() + HALVES.get(1).size()).isEqualTo(8_696);
    for (List<Reviews> half : HALVES) {
      double accuracy = Reviews.accuracy(SCORER, half);
      System.out.printf("sentiment: accuracy %.4f on %d Zomato reviews%n", accuracy, half.size());
      assertThat(accuracy).isGreaterThanOrEqualTo(0.92);
    }
  }
}
