package io.flavortrend.jobs.reviewsentiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.flavortrend.contracts.values.ReviewSentiment;
import io.flavortrend.contracts.values.ReviewSentiment.Entity;
import io.flavortrend.contracts.values.ReviewSentiment.TopWord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class SentimentWindowFunctionTest {
  static final long WINDOW = Instant.parse("2026-03-01T12:00:00Z").toEpochMilli();
  static final Duration LATENESS = Duration.ofHours(24);
  static final long END = SentimentWindow.endsAt(WINDOW);
  static final long CLOSE = SentimentWindow.closesAt(WINDOW, LATENESS.toMillis());

  @Test
  void showsTheRunningWindowOnceAnIntervalWhileItChanges() throws Exception {
    try (var harness = started(1)) {
      harness.setProcessingTime(1_000);
      harness.processElement(review(8_000, 1, "tasty"), 0);
      harness.processElement(review(-4_000, 2, "late"), 0);
      harness.setProcessingTime(1_199);
      assertThat(harness.extractOutputValues()).isEmpty();
      harness.setProcessingTime(1_200);
      assertThat(harness.extractOutputValues())
          .singleElement()
          .satisfies(
              value -> {
                assertThat(value.reviews()).isEqualTo(2);
                assertThat(value.meanScore()).isEqualTo(0.2);
                assertThat(value.negativeShare()).isEqualTo(0.5);
                assertThat(value.topWords())
                    .containsExactly(new TopWord("late", 1), new TopWord("tasty", 1));
                assertThat(value.trace().emittedAt()).isEqualTo(Instant.ofEpochMilli(1_200));
              });
      harness.setProcessingTime(10_000);
      assertThat(harness.extractOutputValues()).hasSize(1);
    }
  }

  @Test
  void aLateReviewCorrectsAWindowThatHasEnded() throws Exception {
    try (var harness = started(1)) {
      harness.processElement(review(8_000, 1, "tasty"), 0);
      harness.processWatermark(END);
      harness.processElement(review(8_000, 2, "tasty"), 0);
      harness.processWatermark(CLOSE - 1);
      harness.setProcessingTime(1_000);
      assertThat(harness.extractOutputValues())
          .extracting(ReviewSentiment::reviews)
          .containsExactly(1L, 2L);
    }
  }

  @Test
  void aCorrectionThatIsStillWaitingIsShownBeforeTheWindowIsForgotten() throws Exception {
    try (var harness = started(1)) {
      harness.processElement(review(8_000, 1, "tasty"), 0);
      harness.processWatermark(END);
      harness.processElement(review(8_000, 1, "tasty").negated(), 0);
      harness.processWatermark(CLOSE);
      assertThat(harness.extractOutputValues())
          .last()
          .satisfies(
              value -> {
                assertThat(value.reviews()).isZero();
                assertThat(value.topWords()).isEmpty();
              });
    }
  }

  @Test
  void stateAndTimersDrain() throws Exception {
    try (var harness = started(1)) {
      for (ReviewContribution contribution : story()) {
        harness.processElement(contribution, 0);
      }
      assertThat(harness.numKeyedStateEntries()).isPositive();
      harness.processWatermark(CLOSE);
      harness.setProcessingTime(1_000);
      assertThat(harness.numKeyedStateEntries()).isZero();
      assertThat(harness.numEventTimeTimers()).isZero();
      assertThat(harness.numProcessingTimeTimers()).isZero();
    }
  }

  @Test
  void everyArrivalOrderAndEveryTimingEndsInTheSameRow() throws Exception {
    ReviewSentiment expected = null;
    for (List<ReviewContribution> arrival : permutations(story())) {
      for (int timing = 0; timing < 3; timing++) {
        ReviewSentiment last = lastOf(arrival, timing);
        expected = expected == null ? last : expected;
        assertThat(last).as("arrival %s, timing %d", arrival, timing).isEqualTo(expected);
      }
    }
    assertThat(expected.reviews()).isEqualTo(3);
    assertThat(expected.meanScore()).isEqualTo(0.4);
    assertThat(expected.topWords())
        .containsExactly(new TopWord("tasty", 2), new TopWord("late", 1));
    assertThat(expected.version()).isEqualTo((1L << 40) + 5);
  }

  @Test
  void aRestoreKeepsGenerationAndCount() throws Exception {
    OperatorSubtaskState snapshot;
    try (var harness = started(3)) {
      harness.processElement(review(8_000, 1, "tasty"), 0);
      snapshot = harness.snapshot(1, 1);
    }
    try (var harness = harness(1)) {
      harness.initializeState(snapshot);
      harness.open();
      harness.processElement(review(8_000, 2, "tasty"), 0);
      harness.setProcessingTime(1_000);
      assertThat(harness.extractOutputValues())
          .last()
          .satisfies(
              value -> {
                assertThat(value.version()).isEqualTo((3L << 40) + 2);
                assertThat(value.topWords()).containsExactly(new TopWord("tasty", 2));
              });
    }
  }

  /** Three reviews that stay and one taken back: five contributions. */
  private static List<ReviewContribution> story() {
    return List.of(
        review(8_000, 1, "tasty"),
        review(8_000, 3, "tasty"),
        review(-4_000, 4, "late"),
        review(-8_000, 5, "late"),
        review(-8_000, 6, "late").negated());
  }

  /** What is shown last when clock and event time move between arrivals in one of three ways. */
  private static ReviewSentiment lastOf(List<ReviewContribution> arrival, int timing)
      throws Exception {
    try (var harness = started(1)) {
      for (int i = 0; i < arrival.size(); i++) {
        harness.processElement(arrival.get(i), 0);
        if (timing == 1) {
          harness.setProcessingTime(harness.getProcessingTime() + 150);
        }
        if (timing == 2 && i == 2) {
          harness.processWatermark(END);
        }
      }
      harness.setProcessingTime(5_000);
      harness.processWatermark(CLOSE);
      List<ReviewSentiment> shown = harness.extractOutputValues();
      return withoutEmission(shown.get(shown.size() - 1));
    }
  }

  /** The same, emitted at no particular time. */
  static ReviewSentiment withoutEmission(ReviewSentiment value) {
    return new ReviewSentiment(
        value.schemaVersion(),
        value.entity(),
        value.entityId(),
        value.windowStart(),
        value.reviews(),
        value.meanScore(),
        value.negativeShare(),
        value.topWords(),
        value.version(),
        new ReviewSentiment.Trace(
            value.trace().committedAt(), value.trace().capturedAt(), Instant.EPOCH));
  }

  private static <T> List<List<T>> permutations(List<T> items) {
    if (items.isEmpty()) {
      return List.of(List.of());
    }
    List<List<T>> result = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      List<T> rest = new ArrayList<>(items);
      T first = rest.remove(i);
      for (List<T> tail : permutations(rest)) {
        List<T> permutation = new ArrayList<>(tail);
        permutation.add(0, first);
        result.add(permutation);
      }
    }
    return result;
  }

  static ReviewContribution review(int score, long committedAt, String word) {
    return new ReviewContribution(
        Entity.RESTAURANT,
        7,
        WINDOW,
        1,
        score,
        score < 0 ? 1 : 0,
        List.of(word),
        committedAt,
        committedAt);
  }

  static KeyedOneInputStreamOperatorTestHarness<
          SentimentWindowKey, ReviewContribution, ReviewSentiment>
      harness(int generation) throws Exception {
    return new KeyedOneInputStreamOperatorTestHarness<>(
        new KeyedProcessOperator<>(
            new SentimentWindowFunction(Duration.ofMillis(200), LATENESS, generation)),
        ReviewContribution::key,
        TypeInformation.of(SentimentWindowKey.class));
  }

  private static KeyedOneInputStreamOperatorTestHarness<
          SentimentWindowKey, ReviewContribution, ReviewSentiment>
      started(int generation) throws Exception {
    var harness = harness(generation);
    harness.open();
    return harness;
  }
}
