package io.flavortrend.sentiment;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Prints reviews per second of one core, by the processor time of one thread, so that a busy
 * machine does not slow the figure. The reviews are sentences of ours, put together to the length
 * of real ones (about 300 characters in public sets).
 */
final class ScorerSpeed {
  private static final int REVIEWS = 10_000;
  private static final int CHARACTERS = 300;
  private static final int ROUNDS = 8;

  private ScorerSpeed() {}

  public static void main(String[] arguments) {
    SentimentScorer scorer = new SentimentScorer();
    List<String> reviews = reviews();
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    double sum = 0;
    for (int round = 0; round < ROUNDS; round++) {
      long before = threads.getCurrentThreadCpuTime();
      for (String review : reviews) {
        sum += scorer.read(review).score();
      }
      double seconds = (threads.getCurrentThreadCpuTime() - before) / 1e9;
      System.out.printf("round %d: %.0f reviews/s per core%n", round, REVIEWS / seconds);
    }
    System.out.printf("mean score %.4f%n", sum / REVIEWS / ROUNDS);
  }

  private static List<String> reviews() {
    Random random = new Random(1);
    List<Reviews> sentences = new ArrayList<>(Reviews.read("french-reviews.tsv"));
    sentences.addAll(Reviews.read("mixed-reviews.tsv"));
    List<String> reviews = new ArrayList<>(REVIEWS);
    for (int i = 0; i < REVIEWS; i++) {
      StringBuilder review = new StringBuilder();
      while (review.length() < CHARACTERS) {
        review.append(sentences.get(random.nextInt(sentences.size())).text()).append(' ');
      }
      reviews.add(review.toString());
    }
    return reviews;
  }
}
