package io.flavortrend.jobs.dynamicsla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.flavortrend.contracts.values.ModelPerformance;
import io.flavortrend.contracts.values.ModelRelease.Role;
import io.flavortrend.contracts.values.Stage;
import io.flavortrend.jobs.frame.JobGeneration;
import java.time.Duration;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

/** The fold and the operator around it; times are minutes after noon. */
class PerformanceFunctionTest {
  private static final long KEPT = Duration.ofMinutes(65).toMillis();

  @Test
  void meansOverTheOutcomes() throws Exception {
    try (var harness = started(3)) {
      add(harness, outcome(Role.CHAMPION, 50, 44, 49));
      add(harness, outcome(Role.CHALLENGER, 51, 47, 52));
      assertThat(harness.extractOutputValues()).isEmpty();
      harness.setProcessingTime(1_000);
      assertThat(harness.extractOutputValues())
          .singleElement()
          .satisfies(
              value -> {
                assertThat(value.windowStart()).isEqualTo(Given.instant(50));
                assertThat(value.cityId()).isEqualTo(7);
                assertThat(value.stage()).isEqualTo(Stage.PLACED);
                assertThat(value.modelVersion()).isEqualTo("m1");
                assertThat(value.role()).isEqualTo(Role.CHAMPION);
                assertThat(value.count()).isEqualTo(2);
                // Six and four minutes too early; the second within its interval.
                assertThat(value.biasMinutes()).isCloseTo(-5.0, within(1e-9));
                assertThat(value.maeMinutes()).isCloseTo(5.0, within(1e-9));
                assertThat(value.coverage()).isEqualTo(0.5);
                assertThat(value.baselineMaeMinutes()).isCloseTo(4.0, within(1e-9));
                assertThat(value.eventTime()).isEqualTo(Given.instant(51));
                assertThat(value.version()).isEqualTo(JobGeneration.version(3, 2));
              });
    }
  }

  @Test
  void whatIsTakenBackLeavesNothing() {
    Contribution one = outcome(Role.CHAMPION, 50, 44.1, 53);
    Contribution other = outcome(Role.CHALLENGER, 51, 47.7, 53);
    PerformanceWindow left =
        PerformanceWindow.EMPTY.plus(one).plus(other).plus(one.negated()).plus(other.negated());
    assertThat(left).isEqualTo(new PerformanceWindow(0, 0, 0, 0, 0, 0, Given.micros(51.0), 4));
    assertThat(PerformanceWindow.EMPTY.plus(one).plus(other))
        .isEqualTo(PerformanceWindow.EMPTY.plus(other).plus(one));
    assertThat(left.toValue(one.key(), 1).maeMinutes()).isZero();
    assertThat(left.plus(other).toValue(one.key(), 1).role()).isEqualTo(Role.CHALLENGER);
  }

  @Test
  void showsALateOutcomeToo() throws Exception {
    try (var harness = started(1)) {
      add(harness, outcome(Role.CHAMPION, 50, 44, 49));
      harness.setProcessingTime(1_000);
      time(harness, 60);
      harness.setProcessingTime(5_000);
      assertThat(harness.extractOutputValues()).hasSize(1);
      add(harness, outcome(Role.CHAMPION, 51, 44, 53));
      harness.setProcessingTime(6_000);
      assertThat(harness.extractOutputValues())
          .extracting(ModelPerformance::count)
          .containsExactly(1L, 2L);
    }
  }

  @Test
  void isForgottenByEventTimeAndByTheClock() throws Exception {
    try (var harness = started(1)) {
      harness.setProcessingTime(10 * KEPT);
      add(harness, outcome(Role.CHAMPION, 50, 44, 49));
      harness.setProcessingTime(20 * KEPT);
      time(harness, 55 + 64);
      assertThat(harness.numKeyedStateEntries()).isEqualTo(1);
      time(harness, 55 + 65);
      // What comes now is of an order that is still remembered.
      harness.setProcessingTime(21 * KEPT - 1);
      add(harness, outcome(Role.CHAMPION, 51, 44, 53));
      harness.setProcessingTime(22 * KEPT - 2);
      assertThat(harness.numKeyedStateEntries()).isEqualTo(1);
      harness.setProcessingTime(22 * KEPT - 1);
      assertThat(harness.numKeyedStateEntries()).isZero();
      assertThat(harness.numEventTimeTimers() + harness.numProcessingTimeTimers()).isZero();
      assertThat(harness.extractOutputValues())
          .extracting(ModelPerformance::count)
          .containsExactly(1L, 2L);
    }
  }

  @Test
  void aRestoredJobGoesOnWithItsGeneration() throws Exception {
    try (var harness = started(5);
        var restored = harness(1)) {
      add(harness, outcome(Role.CHAMPION, 50, 44, 49));
      restored.initializeState(harness.snapshot(1, 1));
      restored.open();
      restored.setProcessingTime(1_000);
      assertThat(restored.extractOutputValues())
          .extracting(ModelPerformance::version)
          .containsExactly(JobGeneration.version(5, 1));
    }
  }

  /** Delivered then; the baseline said a minute after what was predicted. */
  static Contribution outcome(Role role, double delivered, double predicted, double p90) {
    Prediction made = Prediction.of(role, Given.prediction(Stage.PLACED, 0, predicted, p90, 1));
    return Contribution.of(new Outcome(made, 7, 9, Given.micros(delivered)));
  }

  static void add(
      KeyedOneInputStreamOperatorTestHarness<PerformanceKey, Contribution, ModelPerformance>
          harness,
      Contribution contribution)
      throws Exception {
    harness.processElement(new StreamRecord<>(contribution));
  }

  static void time(
      KeyedOneInputStreamOperatorTestHarness<PerformanceKey, Contribution, ModelPerformance>
          harness,
      double minutes)
      throws Exception {
    harness.processWatermark(new Watermark(Given.millis(minutes)));
  }

  static KeyedOneInputStreamOperatorTestHarness<PerformanceKey, Contribution, ModelPerformance>
      harness(int generation) throws Exception {
    return new KeyedOneInputStreamOperatorTestHarness<>(
        new KeyedProcessOperator<>(
            new PerformanceFunction(Duration.ofSeconds(1), Duration.ofHours(1), generation)),
        Contribution::key,
        TypeInformation.of(PerformanceKey.class));
  }

  private static KeyedOneInputStreamOperatorTestHarness<
          PerformanceKey, Contribution, ModelPerformance>
      started(int generation) throws Exception {
    var harness = harness(generation);
    harness.open();
    return harness;
  }
}
