package io.flavortrend.jobs.reviewsentiment;

import io.flavortrend.contracts.cdc.ReviewRow;
import io.flavortrend.jobs.frame.capture.CapturedRecord;
import io.flavortrend.jobs.testing.ReviewLog;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Reviews with random lives: told late, told by a clock that is fast, without words, edited, moved
 * to another courier, deleted. The same reviews can be put into the log in many ways, as long as
 * each review's own changes stay in sequence.
 */
final class RandomReviews {
  static final Instant BASE = Instant.parse("2026-03-01T12:00:00Z");

  private static final Duration STEP = Duration.ofMillis(40);
  private static final int RESTAURANTS = 25;
  private static final int COURIERS = 25;
  private static final int BEAT_EVERY = 50;
  private static final List<String> PHRASES =
      List.of(
          "Very late and cold.",
          "Delicious, thank you!",
          "not good",
          "rude courier",
          "Livraison en retard",
          "très bon",
          "plat froid mais délicieux",
          "wrong order",
          "on time",
          "pas terrible",
          "order 1126",
          "fresh and tasty",
          "never again",
          "super sympa");

  private final Random random;

  /** For each review its states; null is a deleted row. */
  final List<List<@Nullable ReviewRow>> lives = new ArrayList<>();

  private int changes;

  RandomReviews(long seed, int atLeastChanges) {
    random = new Random(seed);
    while (changes < atLeastChanges) {
      List<@Nullable ReviewRow> life = life(lives.size());
      lives.add(life);
      changes += life.size();
    }
  }

  /**
   * The log's two partitions.
   *
   * @param firstTold for each review when its first state was committed
   */
  record Log(List<List<CapturedRecord<ReviewRow>>> partitions, List<Instant> firstTold) {}

  /** Puts the history into the log in one of many ways. */
  Log log(long seed) {
    List<Integer> turns = new ArrayList<>(changes);
    for (int review = 0; review < lives.size(); review++) {
      turns.addAll(Collections.nCopies(lives.get(review).size(), review));
    }
    Collections.shuffle(turns, new Random(seed));
    List<ReviewLog> writers = List.of(new ReviewLog(0), new ReviewLog(1));
    List<List<CapturedRecord<ReviewRow>>> partitions =
        List.of(new ArrayList<>(), new ArrayList<>());
    for (ReviewRow review : old()) {
      partitions.get(0).add(writers.get(0).snapshotRow(review, BASE));
    }
    List<Instant> firstTold = new ArrayList<>(Collections.nCopies(lives.size(), Instant.MAX));
    int[] next = new int[lives.size()];
    Instant now = BASE;
    for (int i = 0; i < turns.size(); i++, now = now.plus(STEP)) {
      int review = turns.get(i);
      List<@Nullable ReviewRow> life = lives.get(review);
      int step = next[review]++;
      ReviewRow before = step == 0 ? null : life.get(step - 1);
      int partition = review % 2;
      partitions.get(partition).add(writers.get(partition).change(before, life.get(step), now));
      if (step == 0) {
        firstTold.set(review, now);
      }
      if (i % BEAT_EVERY == 0) {
        for (int p = 0; p < 2; p++) {
          partitions.get(p).add(writers.get(p).beat(now));
        }
      }
    }
    return new Log(partitions, firstTold);
  }

  /** Months-old reviews that were there before the log began; they are never touched again. */
  static List<ReviewRow> old() {
    List<ReviewRow> old = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      Instant at = BASE.minus(Duration.ofDays(60)).plusSeconds(17L * i);
      String phrase = PHRASES.get(i % PHRASES.size());
      old.add(
          new ReviewRow(
              1_000_000 + i, i, 1 + i % RESTAURANTS, null, 1 + i % 5, phrase, "en", at, at));
    }
    return old;
  }

  private List<@Nullable ReviewRow> life(int id) {
    // Only a review of the past is corrected: README.md, "Gotchas".
    boolean past = random.nextInt(3) > 0;
    Instant at =
        past
            ? BASE.minusSeconds(random.nextInt(6 * 3600))
            : BASE.plusSeconds(random.nextInt(4_000));
    List<@Nullable ReviewRow> life = new ArrayList<>();
    ReviewRow review = review(id, 1 + random.nextInt(RESTAURANTS), courier(), at);
    life.add(review);
    while (past && random.nextInt(3) == 0) {
      review =
          switch (random.nextInt(5)) {
            case 0 -> review(id, review.restaurantId(), courier(), review.createdAt());
            case 1 -> review(id, 1 + random.nextInt(RESTAURANTS), null, review.createdAt());
            case 2 -> review(id, review.restaurantId(), review.courierId(), at.minusSeconds(400));
            default -> review(id, review.restaurantId(), review.courierId(), review.createdAt());
          };
      life.add(review);
    }
    if (past && random.nextInt(8) == 0) {
      life.add(null);
    }
    return life;
  }

  private @Nullable Long courier() {
    return random.nextInt(6) == 0 ? null : Long.valueOf(1 + random.nextInt(COURIERS));
  }

  private ReviewRow review(int id, long restaurant, @Nullable Long courier, Instant at) {
    return new ReviewRow(
        id, id, restaurant, courier, 1 + random.nextInt(5), comment(), null, at, at);
  }

  private @Nullable String comment() {
    return switch (random.nextInt(8)) {
      case 0 -> null;
      case 1 -> "";
      case 2, 3 -> phrase() + " " + phrase();
      default -> phrase();
    };
  }

  private String phrase() {
    return PHRASES.get(random.nextInt(PHRASES.size()));
  }
}
