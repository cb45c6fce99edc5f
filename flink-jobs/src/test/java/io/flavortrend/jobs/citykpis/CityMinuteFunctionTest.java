package io.flavortrend.jobs.citykpis;

import static org.assertj.core.api.Assertions.assertThat;

import io.flavortrend.contracts.values.CityKpi;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class CityMinuteFunctionTest {
  private static final long MINUTE = Instant.parse("2026-03-01T12:00:00Z").toEpochMilli();
  private static final Duration LATENESS = Duration.ofHours(24);
  private static final long END = CityMinute.endsAt(MINUTE);
  private static final long CLOSE = CityMinute.closesAt(MINUTE, LATENESS.toMillis());

  @Test
  void showsTheRunningMinuteOnceAnIntervalWhileItChanges() throws Exception {
    try (var harness = started(Duration.ofMillis(200), 1)) {
      harness.setProcessingTime(1_000);
      harness.processElement(placed(1), 0);
      harness.processElement(placed(2), 0);
      harness.setProcessingTime(1_199);
      assertThat(harness.extractOutputValues()).isEmpty();
      harness.setProcessingTime(1_200);
      assertThat(harness.extractOutputValues())
          .singleElement()
          .satisfies(
              kpi -> {
                assertThat(kpi.orders()).isEqualTo(2);
                assertThat(kpi.trace().emittedAt()).isEqualTo(Instant.ofEpochMilli(1_200));
              });
      harness.setProcessingTime(10_000);
      assertThat(harness.extractOutputValues()).hasSize(1);
      harness.processElement(placed(3), 0);
      harness.setProcessingTime(10_200);
      assertThat(harness.extractOutputValues()).hasSize(2);
    }
  }

  @Test
  void theEndInEventTimeShowsWhatTheClockHasNot() throws Exception {
    try (var harness = started(Duration.ofMillis(200), 1)) {
      harness.processElement(placed(1), 0);
      harness.processWatermark(END);
      assertThat(harness.extractOutputValues()).hasSize(1);
      harness.setProcessingTime(1_000);
      assertThat(harness.extractOutputValues()).hasSize(1);
    }
  }

  @Test
  void aLateEventCorrectsAMinuteThatHasEnded() throws Exception {
    try (var harness = started(Duration.ofMillis(200), 1)) {
      harness.processElement(placed(1), 0);
      harness.processWatermark(END);
      harness.processElement(placed(2), 0);
      harness.processWatermark(CLOSE - 1);
      harness.setProcessingTime(1_000);
      assertThat(harness.extractOutputValues()).extracting(CityKpi::orders).containsExactly(1L, 2L);
    }
  }

  @Test
  void aCorrectionThatIsStillWaitingIsShownBeforeTheMinuteIsForgotten() throws Exception {
    try (var harness = started(Duration.ofSeconds(1), 1)) {
      harness.processElement(placed(1), 0);
      harness.processWatermark(END);
      harness.processElement(placed(2), 0);
      harness.processWatermark(CLOSE);
      assertThat(harness.extractOutputValues()).extracting(CityKpi::orders).containsExactly(1L, 2L);
    }
  }

  @Test
  void stateAndTimersDrain() throws Exception {
    try (var harness = started(Duration.ofMillis(200), 1)) {
      for (Contribution contribution : story()) {
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
  void couriersAloneMakeNoRow() throws Exception {
    try (var harness = started(Duration.ZERO, 1)) {
      harness.processElement(contribution(0, 0, 0, 0, 42, 1, 1), 0);
      harness.setProcessingTime(1_000);
      harness.processWatermark(CLOSE);
      assertThat(harness.extractOutputValues()).isEmpty();
      assertThat(harness.numKeyedStateEntries()).isZero();
    }
  }

  @Test
  void everyArrivalOrderAndEveryTimingEndsInTheSameRow() throws Exception {
    CityKpi expected = null;
    for (List<Contribution> arrival : permutations(story())) {
      for (int timing = 0; timing < 4; timing++) {
        CityKpi last = lastOf(arrival, timing);
        expected = expected == null ? last : expected;
        assertThat(last).as("arrival %s, timing %d", arrival, timing).isEqualTo(expected);
      }
    }
    assertThat(expected.orders()).isEqualTo(1);
    assertThat(expected.delivered()).isEqualTo(1);
    assertThat(expected.revenue()).isEqualByComparingTo(new BigDecimal("8"));
    assertThat(expected.activeCouriers()).isEqualTo(1);
    assertThat(expected.version()).isEqualTo((1L << 40) + 5);
  }

  @Test
  void aRestoreKeepsGenerationAndCount() throws Exception {
    OperatorSubtaskState snapshot;
    try (var harness = started(Duration.ofMillis(200), 3)) {
      harness.processElement(placed(1), 0);
      snapshot = harness.snapshot(1, 1);
    }
    try (var harness = harness(Duration.ofMillis(200), 1)) {
      harness.initializeState(snapshot);
      harness.open();
      harness.processElement(placed(2), 0);
      harness.setProcessingTime(1_000);
      assertThat(harness.extractOutputValues())
          .last()
          .satisfies(kpi -> assertThat(kpi.version()).isEqualTo((3L << 40) + 2));
    }
  }

  /** An order, its delivery, one courier of two taken back: five contributions. */
  private static List<Contribution> story() {
    return List.of(
        placed(1),
        contribution(0, 1, 8_000, 60_000_000, 42, 1, 3),
        contribution(0, 0, 0, 0, 42, 1, 4),
        contribution(0, 0, 0, 0, 43, 1, 5),
        contribution(0, 0, 0, 0, 43, -1, 6));
  }

  /** What is shown last when clock and event time move between arrivals in one of four ways. */
  private static CityKpi lastOf(List<Contribution> arrival, int timing) throws Exception {
    try (var harness = started(Duration.ofMillis(200), 1)) {
      for (int i = 0; i < arrival.size(); i++) {
        harness.processElement(arrival.get(i), 0);
        if (timing == 1 || (timing == 3 && i % 2 == 0)) {
          harness.setProcessingTime(harness.getProcessingTime() + 150);
        }
        if (timing == 2 && i == 2) {
          harness.processWatermark(END);
        }
      }
      harness.setProcessingTime(5_000);
      harness.processWatermark(CLOSE);
      List<CityKpi> shown = harness.extractOutputValues();
      CityKpi last = shown.get(shown.size() - 1);
      return new CityKpi(
          last.schemaVersion(),
          last.cityId(),
          last.windowStart(),
          last.orders(),
          last.delivered(),
          last.cancelled(),
          last.revenue(),
          last.avgDeliveryMinutes(),
          last.activeCouriers(),
          last.pressure(),
          last.version(),
          new CityKpi.Trace(last.trace().committedAt(), last.trace().capturedAt(), Instant.EPOCH));
    }
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

  static Contribution placed(long committedAt) {
    return contribution(1, 0, 0, 0, 0, 0, committedAt);
  }

  static Contribution contribution(
      int orders,
      int delivered,
      long revenue,
      long micros,
      long courier,
      int courierEvents,
      long committedAt) {
    return new Contribution(
        7,
        MINUTE,
        orders,
        delivered,
        0,
        revenue,
        micros,
        courier,
        courierEvents,
        Contribution.NO_PRESSURE,
        Double.NaN,
        committedAt,
        committedAt);
  }

  static KeyedOneInputStreamOperatorTestHarness<CityMinuteKey, Contribution, CityKpi> harness(
      Duration emitInterval, int generation) throws Exception {
    return new KeyedOneInputStreamOperatorTestHarness<>(
        new KeyedProcessOperator<>(new CityMinuteFunction(emitInterval, LATENESS, generation)),
        Contribution::key,
        TypeInformation.of(CityMinuteKey.class));
  }

  private static KeyedOneInputStreamOperatorTestHarness<CityMinuteKey, Contribution, CityKpi>
      started(Duration emitInterval, int generation) throws Exception {
    var harness = harness(emitInterval, generation);
    harness.open();
    return harness;
  }
}
