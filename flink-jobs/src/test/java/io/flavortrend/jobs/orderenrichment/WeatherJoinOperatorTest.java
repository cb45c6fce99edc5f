package io.flavortrend.jobs.orderenrichment;

import static io.flavortrend.contracts.cdc.OrderStatus.ACCEPTED;
import static org.assertj.core.api.Assertions.assertThat;

import io.flavortrend.contracts.TimeDomain;
import io.flavortrend.jobs.testing.StagedOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class WeatherJoinOperatorTest {
  static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final int CITY = 7;

  @Test
  void anOrderIsAnsweredWhenItsWeatherIsProven() throws Exception {
    try (var harness = started(TimeDomain.LIVE)) {
      weather(harness, 1, -10);
      order(harness, order(1, 5, 100));
      weather(harness, 2, 4);
      weather(harness, 3, 6);
      assertThat(harness.extractOutputValues()).isEmpty();
      time(harness, 5);
      assertThat(harness.extractOutputValues())
          .singleElement()
          .satisfies(
              answer -> {
                assertThat(answer.weather().id()).isEqualTo(2);
                assertThat(answer.capped()).isFalse();
                assertThat(answer.version(false)).isEqualTo(1_600);
              });
      // The clock finds it answered.
      harness.setProcessingTime(1_000);
      assertThat(harness.extractOutputValues()).hasSize(1);
    }
  }

  @Test
  void anOrderWhoseTimeIsProvenIsAnsweredAtOnce() throws Exception {
    try (var harness = started(TimeDomain.LIVE)) {
      weather(harness, 1, 0);
      time(harness, 5);
      order(harness, order(1, 5, 100));
      assertThat(harness.extractOutputValues()).hasSize(1);
    }
  }

  @Test
  void weatherThatIsSilentForAnHourHoldsNothing() throws Exception {
    try (var harness = started(TimeDomain.LIVE)) {
      weather(harness, 1, 0);
      time(harness, 1);
      order(harness, order(1, 60, 100));
      harness.setProcessingTime(49);
      assertThat(harness.extractOutputValues()).isEmpty();
      harness.setProcessingTime(50);
      assertThat(harness.extractOutputValues())
          .singleElement()
          .satisfies(
              answer -> {
                assertThat(answer.capped()).isTrue();
                assertThat(answer.weather().id()).isEqualTo(1);
              });
      // The hour's weather comes after all, and was another.
      weather(harness, 2, 58);
      time(harness, 60);
      assertThat(harness.extractOutputValues())
          .hasSize(2)
          .last()
          .satisfies(
              answer -> {
                assertThat(answer.weather().id()).isEqualTo(2);
                assertThat(answer.version(false)).isEqualTo(1_602);
              });
    }
  }

  @Test
  void withoutAnyWeatherAnOrderGoesOnWithoutOne() throws Exception {
    try (var harness = started(TimeDomain.LIVE)) {
      order(harness, order(1, 0, 100));
      harness.setProcessingTime(50);
      assertThat(harness.extractOutputValues())
          .singleElement()
          .satisfies(answer -> assertThat(answer.weather()).isNull());
    }
  }

  @Test
  void answersAreCompleteThroughTheSlowerOfOrdersAndWeather() throws Exception {
    try (var harness = started(TimeDomain.LIVE)) {
      harness.processWatermark2(new Watermark(9));
      assertThat(harness.getOutput()).isEmpty();
      harness.processWatermark1(new Watermark(5));
      harness.processWatermark1(new Watermark(12));
      harness.processWatermark2(new Watermark(20));
      assertThat(harness.getOutput())
          .containsExactly(new Watermark(5), new Watermark(9), new Watermark(12));
    }
  }

  @Test
  void inTheLogDomainNothingButTheLogCounts() throws Exception {
    try (var harness = started(TimeDomain.LOG)) {
      order(harness, order(1, 0, 100));
      harness.setProcessingTime(100_000);
      assertThat(harness.extractOutputValues()).isEmpty();
      time(harness, 0);
      assertThat(harness.extractOutputValues()).hasSize(1);
      assertThat(harness.numProcessingTimeTimers()).isZero();
    }
  }

  @Test
  void aCorrectedOrDeletedObservationCorrectsWhatStoodOnIt() throws Exception {
    try (var harness = started(TimeDomain.LIVE)) {
      weather(harness, 1, -20);
      weather(harness, 2, 0);
      time(harness, 5);
      order(harness, order(1, 5, 100));
      Observation two = observation(2, 0);
      change(harness, new WeatherChange(CITY, null, two));
      assertThat(harness.extractOutputValues())
          .extracting(a -> a.weather().id())
          .containsExactly(2L, 1L);
      // Another city's weather is none of its business.
      harness.processElement2(new StreamRecord<>(new WeatherChange(8, two, null)));
      assertThat(harness.extractOutputValues()).hasSize(2);
    }
  }

  @Test
  void aDeletedOrderIsToldOnceAndForgotten() throws Exception {
    try (var harness = started(TimeDomain.LIVE)) {
      time(harness, 5);
      OrderVersion order = order(1, 0, 100);
      order(harness, order);
      order(harness, new OrderVersion(order.row(), true, order.occurredAtMicros(), 200, 0, 0));
      weather(harness, 1, -5);
      assertThat(harness.extractOutputValues())
          .extracting(a -> a.order().deleted())
          .containsExactly(false, true);
      time(harness, 1_000);
      assertThat(harness.numEventTimeTimers()).isZero();
    }
  }

  @Test
  void anOlderChangeToldAgainChangesNothing() throws Exception {
    try (var harness = started(TimeDomain.LIVE)) {
      time(harness, 5);
      order(harness, order(1, 3, 200));
      order(harness, order(1, 0, 100));
      assertThat(harness.extractOutputValues()).hasSize(1);
    }
  }

  @Test
  void stateAndTimersDrain() throws Exception {
    try (var harness = started(TimeDomain.LIVE)) {
      weather(harness, 1, -10);
      for (int id = 0; id < 20; id++) {
        order(harness, order(id, id, 100 + id));
      }
      time(harness, 1_000);
      harness.setProcessingTime(1_000);
      assertThat(harness.extractOutputValues()).hasSize(20);
      assertThat(harness.numEventTimeTimers()).isZero();
      assertThat(harness.numProcessingTimeTimers()).isZero();
      // One entry for each map of the city: its weather stays, its orders do not.
      orders(harness, 30 * 60);
      weather(harness, 2, 30 * 60);
      time(harness, 40 * 60);
      assertThat(harness.numKeyedStateEntries()).isEqualTo(1);
    }
  }

  /** Two observations, an order of two versions and the proof, in every sequence a log allows. */
  @Test
  void everyArrivalOrderEndsInTheSameAnswer() throws Exception {
    List<List<Integer>> arrivals = permutations(List.of(0, 1, 2, 3));
    for (TimeDomain domain : TimeDomain.values()) {
      for (List<Integer> arrival : arrivals) {
        if (arrival.indexOf(0) > arrival.indexOf(1)) {
          continue;
        }
        for (int proof = 0; proof <= 4; proof++) {
          assertThat(last(domain, arrival, proof))
              .as("%s %s %d", domain, arrival, proof)
              .isEqualTo(2L);
        }
      }
    }
  }

  @Test
  void aRestoreGoesOnWaitingAndCorrecting() throws Exception {
    OperatorSubtaskState snapshot;
    try (var harness = started(TimeDomain.LIVE)) {
      weather(harness, 1, 0);
      order(harness, order(1, 5, 100));
      snapshot = harness.snapshot(1, 1);
    }
    try (var harness = harness(TimeDomain.LIVE)) {
      harness.initializeState(snapshot);
      harness.open();
      time(harness, 5);
      weather(harness, 2, 3);
      assertThat(harness.extractOutputValues())
          .extracting(a -> a.weather().id())
          .containsExactly(1L, 2L);
    }
  }

  private static long last(TimeDomain domain, List<Integer> arrival, int proof) throws Exception {
    try (var harness = started(domain)) {
      for (int i = 0; i <= arrival.size(); i++) {
        if (i == proof) {
          time(harness, 9);
        }
        if (i < arrival.size()) {
          switch (arrival.get(i)) {
            case 0 -> order(harness, order(1, 2, 100));
            case 1 ->
                order(
                    harness,
                    version(
                        StagedOrder.placed(1, CITY, NOON).at(ACCEPTED, NOON.plusSeconds(480)),
                        8,
                        200));
            case 2 -> weather(harness, 1, 0);
            default -> weather(harness, 2, 7);
          }
        }
      }
      harness.setProcessingTime(100);
      time(harness, 10);
      return harness.extractOutputValues().stream()
          .max(java.util.Comparator.comparing(answer -> answer.version(false)))
          .orElseThrow()
          .weather()
          .id();
    }
  }

  static OrderVersion order(long id, long minutes, long lsn) {
    return version(StagedOrder.placed(id, CITY, NOON.plusSeconds(60 * minutes)), minutes, lsn);
  }

  private static OrderVersion version(StagedOrder order, long minutes, long lsn) {
    long at = OrderVersions.micros(NOON.plusSeconds(60 * minutes));
    return new OrderVersion(order.row(), false, at, lsn, at, at);
  }

  private static Observation observation(long id, long minutes) {
    long at = OrderVersions.micros(NOON.plusSeconds(60 * minutes));
    return new Observation(id, at, "rain", 14.5, null, null);
  }

  private static void order(
      KeyedTwoInputStreamOperatorTestHarness<Integer, OrderVersion, WeatherChange, WeatheredOrder>
          harness,
      OrderVersion order)
      throws Exception {
    harness.processElement1(new StreamRecord<>(order));
  }

  static void weather(
      KeyedTwoInputStreamOperatorTestHarness<Integer, OrderVersion, WeatherChange, WeatheredOrder>
          harness,
      long id,
      long minutes)
      throws Exception {
    change(harness, new WeatherChange(CITY, observation(id, minutes), null));
  }

  private static void change(
      KeyedTwoInputStreamOperatorTestHarness<Integer, OrderVersion, WeatherChange, WeatheredOrder>
          harness,
      WeatherChange change)
      throws Exception {
    harness.processElement2(new StreamRecord<>(change));
  }

  /** The weather is proven through so many minutes after noon. */
  static void time(
      KeyedTwoInputStreamOperatorTestHarness<Integer, OrderVersion, WeatherChange, WeatheredOrder>
          harness,
      long minutes)
      throws Exception {
    harness.processWatermark2(new Watermark(NOON.toEpochMilli() + minutes * 60_000));
  }

  /** The orders are proven through so many minutes after noon. */
  private static void orders(
      KeyedTwoInputStreamOperatorTestHarness<Integer, OrderVersion, WeatherChange, WeatheredOrder>
          harness,
      long minutes)
      throws Exception {
    harness.processWatermark1(new Watermark(NOON.toEpochMilli() + minutes * 60_000));
  }

  static KeyedTwoInputStreamOperatorTestHarness<
          Integer, OrderVersion, WeatherChange, WeatheredOrder>
      harness(TimeDomain domain) throws Exception {
    return new KeyedTwoInputStreamOperatorTestHarness<>(
        new WeatherJoinOperator(
            domain, Duration.ofMillis(50), Duration.ofMinutes(15), Duration.ofHours(24)),
        order -> order.row().cityId(),
        WeatherChange::cityId,
        Types.INT);
  }

  private static KeyedTwoInputStreamOperatorTestHarness<
          Integer, OrderVersion, WeatherChange, WeatheredOrder>
      started(TimeDomain domain) throws Exception {
    var harness = harness(domain);
    harness.open();
    return harness;
  }

  private static <T> List<List<T>> permutations(List<T> items) {
    if (items.isEmpty()) {
      return List.of(List.of());
    }
    List<List<T>> result = new ArrayList<>();
    for (T first : items) {
      List<T> rest = new ArrayList<>(items);
      rest.remove(first);
      for (List<T> tail : permutations(rest)) {
        List<T> permutation = new ArrayList<>(tail);
        permutation.add(0, first);
        result.add(permutation);
      }
    }
    return result;
  }
}
