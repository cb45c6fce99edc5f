package io.flavortrend.jobs.staticsla;

import static io.flavortrend.jobs.staticsla.OrderTimes.NONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.flavortrend.contracts.TimeDomain;
import io.flavortrend.contracts.values.SlaViolation;
import io.flavortrend.contracts.values.SlaViolation.LimitName;
import io.flavortrend.contracts.values.SlaViolation.State;
import java.time.Duration;
import java.time.Instant;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class OrderLimitsOperatorTest {
  static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  static final long T0 = NOON.toEpochMilli() * 1_000;
  private static final long MINUTE = 60_000_000L;

  @Test
  void showsAViolationTheMomentTheLimitPasses() throws Exception {
    try (var harness = started()) {
      step(harness, placed(100));
      time(harness, 5, -1);
      assertThat(harness.extractOutputValues()).isEmpty();
      harness.setProcessingTime(77);
      time(harness, 5, 0);
      assertThat(harness.extractOutputValues())
          .singleElement()
          .satisfies(
              violation -> {
                assertThat(violation.limitName()).isEqualTo(LimitName.ACCEPT);
                assertThat(violation.state()).isEqualTo(State.OPEN);
                assertThat(violation.dueAt()).isEqualTo(NOON.plusSeconds(300));
                assertThat(violation.eventTime()).isEqualTo(violation.dueAt());
                assertThat(violation.actualAt()).isNull();
                assertThat(violation.historical()).isFalse();
                assertThat(violation.detectedAt()).isEqualTo(Instant.ofEpochMilli(77));
                assertThat(violation.version()).isEqualTo(201);
                assertThat(violation.trace().committedAt()).isEqualTo(NOON);
              });
      // Watermarks of the limits, or their absence, hold nothing up: they have no event time.
      assertThat(harness.getOutput()).contains(new Watermark(NOON.toEpochMilli() + 300_000));
    }
  }

  @Test
  void closesItWithTheOverrunAndKeepsWhenItWasFound() throws Exception {
    try (var harness = started()) {
      step(harness, placed(100));
      harness.setProcessingTime(77);
      time(harness, 5, 0);
      harness.setProcessingTime(99);
      step(harness, stages(200, 8, NONE, NONE, 8));
      assertThat(harness.extractOutputValues())
          .last()
          .satisfies(
              violation -> {
                assertThat(violation.state()).isEqualTo(State.CLOSED);
                assertThat(violation.overrunMinutes()).isEqualTo(3.0);
                assertThat(violation.eventTime()).isEqualTo(NOON.plusSeconds(480));
                assertThat(violation.detectedAt()).isEqualTo(Instant.ofEpochMilli(77));
                assertThat(violation.version()).isEqualTo(400);
              });
      assertThat(harness.extractOutputValues()).hasSize(2);
    }
  }

  @Test
  void whatHadPassedInTheLogIsShownThoughItsTimerHasNotCome() throws Exception {
    try (var harness = started()) {
      step(harness, placed(100));
      // The partition had proven six minutes; the slowest one has not.
      step(harness, stages(200, 2, NONE, NONE, 6));
      assertThat(harness.extractOutputValues())
          .extracting(SlaViolation::state, SlaViolation::version)
          .containsExactly(tuple(State.OPEN, 201L), tuple(State.WITHDRAWN, 400L));
    }
  }

  @Test
  void anEarlierTimerTakesNothingBack() throws Exception {
    try (var harness = started()) {
      step(harness, placed(100));
      // Proven through seventy minutes when the slowest partition has come to five.
      step(harness, stages(200, 2, NONE, NONE, 70));
      int shown = harness.extractOutputValues().size();
      time(harness, 5, 0);
      time(harness, 27, 0);
      assertThat(harness.extractOutputValues()).hasSize(shown);
    }
  }

  @Test
  void aCancelledOrderWithdrawsWhatIsOpen() throws Exception {
    try (var harness = started()) {
      step(harness, placed(100));
      time(harness, 5, 0);
      step(harness, stages(200, NONE, NONE, 7, 6));
      time(harness, 300, 0);
      assertThat(harness.extractOutputValues())
          .extracting(SlaViolation::state)
          .containsExactly(State.OPEN, State.WITHDRAWN);
      assertThat(harness.extractOutputValues())
          .last()
          .satisfies(v -> assertThat(v.eventTime()).isEqualTo(NOON.plusSeconds(420)));
    }
  }

  @Test
  void aDeletedOrderWithdrawsAllAndLeavesNothing() throws Exception {
    try (var harness = started()) {
      step(harness, placed(100));
      time(harness, 5, 0);
      step(harness, stages(200, 8, NONE, NONE, 8));
      OrderStep last = stages(300, 8, NONE, NONE, 8);
      step(
          harness,
          new OrderStep(1, 7, 9, 0, last.after(), last.after(), true, false, 300, T0, T0, 0));
      assertThat(harness.extractOutputValues())
          .extracting(SlaViolation::state)
          .containsExactly(State.OPEN, State.CLOSED, State.WITHDRAWN);
      assertThat(harness.numKeyedStateEntries()).isZero();
      // Timers that are still set find nothing.
      time(harness, 10_000, 0);
      assertThat(harness.extractOutputValues()).hasSize(3);
      assertThat(harness.numEventTimeTimers()).isZero();
    }
  }

  @Test
  void aShortenedLimitHoldsForOrdersThatAreWaiting() throws Exception {
    OperatorSubtaskState snapshot;
    try (var harness = started()) {
      step(harness, placed(100));
      snapshot = harness.snapshot(1, 1);
    }
    try (var harness = harness()) {
      harness.initializeState(snapshot);
      harness.open();
      limits(harness, 7, new LimitMinutes(2, Double.NaN, Double.NaN, Double.NaN));
      time(harness, 2, -1);
      assertThat(harness.extractOutputValues()).isEmpty();
      time(harness, 2, 0);
      assertThat(harness.extractOutputValues())
          .singleElement()
          .satisfies(v -> assertThat(v.limitMinutes()).isEqualTo(2.0));
      // What has been judged stays judged.
      limits(harness, 7, new LimitMinutes(30, Double.NaN, Double.NaN, Double.NaN));
      time(harness, 6, 0);
      step(harness, stages(200, 8, NONE, NONE, 6));
      assertThat(harness.extractOutputValues())
          .last()
          .satisfies(v -> assertThat(v.overrunMinutes()).isEqualTo(6.0));
    }
  }

  @Test
  void aLengthenedLimitIsWaitedFor() throws Exception {
    try (var harness = started()) {
      step(harness, placed(100));
      limits(harness, LimitsUpdate.EVERYWHERE, new LimitMinutes(9, 25, 10, 60));
      // Another city's limits are not this one's.
      limits(harness, 8, new LimitMinutes(1, 1, 1, 1));
      time(harness, 9, -1);
      assertThat(harness.extractOutputValues()).isEmpty();
      time(harness, 9, 0);
      assertThat(harness.extractOutputValues()).hasSize(1);
    }
  }

  @Test
  void limitsTakenBackAreTheSettingsAgain() throws Exception {
    try (var harness = started()) {
      limits(harness, 7, new LimitMinutes(1, 1, 1, 1));
      limits(harness, 7, LimitMinutes.UNSAID);
      step(harness, placed(100));
      time(harness, 5, -1);
      assertThat(harness.extractOutputValues()).isEmpty();
      time(harness, 5, 0);
      assertThat(harness.extractOutputValues()).hasSize(1);
    }
  }

  @Test
  void aFinishedOrderIsForgottenAfterTheLateness() throws Exception {
    try (var harness = started()) {
      step(harness, placed(100));
      step(harness, stages(200, 3, 20, NONE, 0));
      time(harness, 20 + 24 * 60, -1);
      assertThat(harness.numKeyedStateEntries()).isEqualTo(1);
      time(harness, 20 + 24 * 60, 0);
      assertThat(harness.numKeyedStateEntries()).isZero();
      assertThat(harness.numEventTimeTimers()).isZero();
      assertThat(harness.extractOutputValues()).isEmpty();
    }
  }

  @Test
  void anAbandonedOrderIsForgottenToo() throws Exception {
    try (var harness = started()) {
      step(harness, placed(100));
      time(harness, 48 * 60, -1);
      assertThat(harness.numKeyedStateEntries()).isPositive();
      assertThat(harness.extractOutputValues())
          .extracting(SlaViolation::limitName)
          .containsExactly(LimitName.ACCEPT, LimitName.DELIVER);
      time(harness, 48 * 60, 0);
      assertThat(harness.numKeyedStateEntries()).isZero();
      assertThat(harness.numEventTimeTimers()).isZero();
    }
  }

  @Test
  void aPromiseOfAnotherAgeHoldsNoState() throws Exception {
    try (var harness = started()) {
      OrderTimes times =
          new OrderTimes(T0, NONE, NONE, NONE, NONE, NONE, NONE, T0 + 9_000_000 * MINUTE);
      step(harness, new OrderStep(1, 7, 9, 0, null, times, false, false, 100, T0, T0, 0));
      time(harness, 48 * 60, 0);
      assertThat(harness.numKeyedStateEntries()).isZero();
      assertThat(harness.numEventTimeTimers()).isZero();
    }
  }

  @Test
  void theSameChangeTwiceShowsNothingNew() throws Exception {
    try (var harness = started()) {
      step(harness, placed(100));
      time(harness, 5, 0);
      step(harness, stages(200, 8, NONE, NONE, 8));
      step(harness, stages(200, 8, NONE, NONE, 8));
      assertThat(harness.extractOutputValues()).hasSize(2);
    }
  }

  @Test
  void anOlderChangeToldAgainChangesNothing() throws Exception {
    try (var harness = started()) {
      step(harness, placed(100));
      step(harness, stages(200, 8, NONE, NONE, 0));
      step(harness, placed(100));
      time(harness, 20, 0);
      assertThat(harness.extractOutputValues())
          .extracting(SlaViolation::state)
          .containsExactly(State.CLOSED);
    }
  }

  static OrderStep placed(long lsn) {
    OrderTimes times = new OrderTimes(T0, NONE, NONE, NONE, NONE, NONE, NONE, NONE);
    return new OrderStep(1, 7, 9, 0, null, times, false, false, lsn, T0, T0, 0);
  }

  /** The order accepted, delivered, cancelled after so many minutes; proven through so many. */
  static OrderStep stages(
      long lsn, long accepted, long delivered, long cancelled, long provenMinutes) {
    OrderTimes times =
        new OrderTimes(T0, at(accepted), NONE, NONE, NONE, at(delivered), at(cancelled), NONE);
    return new OrderStep(
        1,
        7,
        9,
        0,
        placed(0).after(),
        times,
        false,
        false,
        lsn,
        T0 + 50 * MINUTE,
        T0 + 50 * MINUTE,
        NOON.toEpochMilli() + provenMinutes * 60_000);
  }

  private static long at(long minutes) {
    return minutes == NONE ? NONE : T0 + minutes * MINUTE;
  }

  static void step(
      KeyedTwoInputStreamOperatorTestHarness<Long, OrderStep, LimitsUpdate, SlaViolation> harness,
      OrderStep step)
      throws Exception {
    harness.processElement1(new StreamRecord<>(step));
  }

  static void limits(
      KeyedTwoInputStreamOperatorTestHarness<Long, OrderStep, LimitsUpdate, SlaViolation> harness,
      int city,
      LimitMinutes minutes)
      throws Exception {
    harness.processElement2(new StreamRecord<>(new LimitsUpdate(city, minutes)));
  }

  /** Event time comes to so many minutes and milliseconds after noon. */
  static void time(
      KeyedTwoInputStreamOperatorTestHarness<Long, OrderStep, LimitsUpdate, SlaViolation> harness,
      long minutes,
      long millis)
      throws Exception {
    harness.processWatermark1(new Watermark(NOON.toEpochMilli() + minutes * 60_000 + millis));
  }

  static KeyedTwoInputStreamOperatorTestHarness<Long, OrderStep, LimitsUpdate, SlaViolation>
      harness() throws Exception {
    SlaRules rules =
        new SlaRules(
            TimeDomain.LIVE,
            new LimitMinutes(5, 25, 10, 60),
            Duration.ofMinutes(10),
            Duration.ofHours(24),
            Duration.ofHours(48));
    return new KeyedTwoInputStreamOperatorTestHarness<>(
        new OrderLimitsOperator(rules), OrderStep::orderId, null, Types.LONG);
  }

  private static KeyedTwoInputStreamOperatorTestHarness<Long, OrderStep, LimitsUpdate, SlaViolation>
      started() throws Exception {
    var harness = harness();
    harness.open();
    return harness;
  }
}
