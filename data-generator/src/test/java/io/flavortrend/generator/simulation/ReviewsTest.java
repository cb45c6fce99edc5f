package io.flavortrend.generator.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.flavortrend.contracts.cdc.OrderStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Stars and words against what happened to the order. */
final class ReviewsTest {
  private static final long START = Micros.of(Instant.parse("2026-11-20T09:00:00Z"));
  private static final List<Change.ReviewWritten> REVIEWS = new ArrayList<>();
  private static final Map<Long, Double> LATE_MINUTES = new HashMap<>();
  private static long delivered;

  @BeforeAll
  static void liveADay() {
    Map<Long, NewOrder> placed = new HashMap<>();
    Simulation simulation =
        new Simulation(
            3,
            Worlds.small(),
            new Pace(0.6, false, null),
            START,
            change -> {
              if (change instanceof Change.OrderPlaced order) {
                placed.put(order.order().id(), order.order());
              } else if (change instanceof Change.ReviewWritten review) {
                REVIEWS.add(review);
              } else if (change instanceof Change.OrderMoved moved
                  && moved.status() == OrderStatus.DELIVERED) {
                delivered++;
                long late = moved.at() - placed.get(moved.orderId()).promisedAt();
                LATE_MINUTES.put(moved.orderId(), late / (double) Micros.MINUTE);
              }
            });
    simulation.takeUp(List.of());
    // Dinner without couriers: some have to be late.
    simulation.advanceTo(START + 8 * Micros.HOUR);
    simulation.put(
        new Scenario(
            1, ScenarioKind.OUTAGE, 1, START + 9 * Micros.HOUR, START + 11 * Micros.HOUR, 0.5));
    simulation.advanceTo(START + 24 * Micros.HOUR);
  }

  @Test
  void areWrittenByEveryEighthOrSo() {
    assertThat(REVIEWS.size() / (double) delivered).isBetween(0.09, 0.16);
    assertThat(REVIEWS).extracting(Change.ReviewWritten::rating).contains(1, 2, 3, 4, 5);
  }

  @Test
  void giveFewerStarsTheLaterTheFood() {
    double late = meanStars(20, 1_000);
    double inTime = meanStars(-1_000, 3);
    assertThat(late).isLessThan(2.6);
    assertThat(inTime).isBetween(3.6, 4.6);
  }

  @Test
  void speakOfBeingLateOnlyWhereItWas() {
    Pattern lateWords =
        Pattern.compile("half an hour|retard|waited forever|took forever|eternity|éternité");
    for (Change.ReviewWritten review : REVIEWS) {
      if (lateWords.matcher(review.comment().toLowerCase(java.util.Locale.ROOT)).find()) {
        assertThat(LATE_MINUTES.get(review.orderId())).as(review.comment()).isGreaterThan(6);
      }
    }
  }

  @Test
  void areInTwoLanguagesAndSeldomTheSame() {
    Set<String> different = new HashSet<>();
    Set<String> languages = new HashSet<>();
    REVIEWS.forEach(
        review -> {
          different.add(review.comment());
          languages.add(review.language());
          assertThat(review.comment()).isNotBlank().doesNotContain("{", "}", "|", "  ");
        });
    assertThat(languages).containsExactlyInAnyOrder("en", "fr");
    assertThat(different.size()).isGreaterThan((int) (0.8 * REVIEWS.size()));
    assertThat(REVIEWS.size()).isGreaterThan(1_500);
  }

  private static double meanStars(double fromMinutes, double toMinutes) {
    return REVIEWS.stream()
        .filter(
            review ->
                LATE_MINUTES.get(review.orderId()) >= fromMinutes
                    && LATE_MINUTES.get(review.orderId()) < toMinutes)
        .mapToInt(Change.ReviewWritten::rating)
        .average()
        .orElseThrow();
  }
}
