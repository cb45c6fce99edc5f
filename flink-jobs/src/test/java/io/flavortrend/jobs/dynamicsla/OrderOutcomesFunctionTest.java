package io.flavortrend.jobs.dynamicsla;

import static io.flavortrend.jobs.dynamicsla.Given.champion;
import static io.flavortrend.jobs.dynamicsla.Given.deleted;
import static io.flavortrend.jobs.dynamicsla.Given.instant;
import static io.flavortrend.jobs.dynamicsla.Given.message;
import static io.flavortrend.jobs.dynamicsla.Given.order;
import static io.flavortrend.jobs.dynamicsla.Given.prediction;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.flavortrend.contracts.values.DeadLetter.Reason;
import io.flavortrend.contracts.values.DynamicSlaViolation;
import io.flavortrend.contracts.values.DynamicSlaViolation.Kind;
import io.flavortrend.contracts.values.DynamicSlaViolation.State;
import io.flavortrend.contracts.values.ModelRelease.Role;
import io.flavortrend.contracts.values.Stage;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OrderOutcomesFunctionTest {
  private static final long HOUR = Duration.ofHours(1).toMillis();

  private OutcomesHarness harness;

  @BeforeEach
  void open() throws Exception {
    harness = new OutcomesHarness();
    harness.open();
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  @Test
  void warnsAsSoonAsAPredictionSaysSo() throws Exception {
    harness.tell(order(100, null, null, 40.0));
    harness.setProcessingTime(77);
    harness.tell(champion(Stage.PLACED, 0, 44, 50, 25_600));
    assertThat(harness.rows())
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.kind()).isEqualTo(Kind.EARLY_WARNING);
              assertThat(row.state()).isEqualTo(State.OPEN);
              assertThat(row.raisedAt()).isEqualTo(instant(0));
              assertThat(row.dueAt()).isEqualTo(row.promisedAt()).isEqualTo(instant(40));
              assertThat(row.leadMinutes()).isEqualTo(40);
              assertThat(row.expectedOverrunMinutes()).isEqualTo(4);
              assertThat(row.overrunMinutes()).isNull();
              assertThat(row.toleranceMinutes()).isZero();
              assertThat(row.modelVersion()).isEqualTo("m1");
              assertThat(row.predictedP10At()).isEqualTo(instant(42));
              assertThat(row.predictedP90At()).isEqualTo(instant(50));
              assertThat(row.detectedAt().toEpochMilli()).isEqualTo(77);
              assertThat(row.version()).isEqualTo(400);
            });
  }

  @Test
  void aWarningFollowsItsPredictionsToTheEnd() throws Exception {
    harness.tell(order(100, null, null, 40.0));
    harness.tell(champion(Stage.PLACED, 0, 44, 50, 25_600));
    harness.tell(champion(Stage.ASSIGNED, 10, 47, 52, 38_400));
    harness.tell(order(200, 39.0, null, 40.0));
    assertThat(harness.rows())
        .extracting(
            DynamicSlaViolation::stage,
            DynamicSlaViolation::state,
            DynamicSlaViolation::expectedOverrunMinutes,
            DynamicSlaViolation::overrunMinutes,
            DynamicSlaViolation::version)
        .containsExactly(
            tuple(Stage.PLACED, State.OPEN, 4.0, null, 400L),
            tuple(Stage.ASSIGNED, State.OPEN, 7.0, null, 600L),
            tuple(Stage.ASSIGNED, State.CLOSED, 7.0, -1.0, 800L));
    assertThat(harness.rows()).extracting(DynamicSlaViolation::raisedAt).containsOnly(instant(0));
  }

  @Test
  void showsALateOrderTheMomentItsTimePasses() throws Exception {
    harness.tell(order(100, null, null, null));
    harness.tell(champion(Stage.PLACED, 0, 30, 33, 25_600));
    harness.time(35, -1);
    assertThat(harness.rows()).isEmpty();
    harness.time(35, 0);
    harness.tell(order(200, 42.0, null, null));
    assertThat(harness.rows())
        .extracting(
            DynamicSlaViolation::kind,
            DynamicSlaViolation::state,
            DynamicSlaViolation::dueAt,
            DynamicSlaViolation::toleranceMinutes,
            DynamicSlaViolation::overrunMinutes,
            DynamicSlaViolation::version)
        .containsExactly(
            tuple(Kind.VIOLATION, State.OPEN, instant(35), 5.0, null, 401L),
            tuple(Kind.VIOLATION, State.CLOSED, instant(35), 5.0, 12.0, 800L));
  }

  @Test
  void aNewerPredictionMovesTheTime() throws Exception {
    harness.tell(order(100, null, null, null));
    harness.tell(champion(Stage.PLACED, 0, 30, 33, 25_600));
    harness.tell(champion(Stage.ASSIGNED, 20, 50, 58, 38_400));
    harness.time(57, 0);
    assertThat(harness.rows()).isEmpty();
    harness.time(58, 0);
    assertThat(harness.rows())
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.stage()).isEqualTo(Stage.ASSIGNED);
              assertThat(row.toleranceMinutes()).isEqualTo(8);
              assertThat(row.version()).isEqualTo(601);
            });
  }

  @Test
  void aPredictionMadeAfterTakesNothingBack() throws Exception {
    harness.tell(order(100, null, null, null));
    harness.tell(champion(Stage.PLACED, 0, 30, 33, 25_600));
    harness.time(36, 0);
    harness.tell(champion(Stage.PICKED_UP, 36, 60, 64, 38_400));
    assertThat(harness.rows()).extracting(DynamicSlaViolation::state).containsOnly(State.OPEN);
    assertThat(harness.rows()).extracting(DynamicSlaViolation::stage).containsOnly(Stage.PLACED);
  }

  @Test
  void aPredictionThatWasMadeBeforeAndComesAfterDoes() throws Exception {
    harness.tell(order(100, null, null, null));
    harness.tell(champion(Stage.PLACED, 0, 30, 33, 25_600));
    harness.time(36, 0);
    harness.tell(champion(Stage.ASSIGNED, 20, 60, 64, 20_480));
    assertThat(harness.rows())
        .extracting(DynamicSlaViolation::state, DynamicSlaViolation::version)
        .containsExactly(tuple(State.OPEN, 401L), tuple(State.WITHDRAWN, 401L));
  }

  @Test
  void anOrderDeliveredLateIsShownAtOnce() throws Exception {
    harness.tell(order(100, null, null, null));
    harness.tell(champion(Stage.PLACED, 0, 30, 33, 25_600));
    harness.tell(order(200, 36.0, null, null));
    harness.time(300, 0);
    assertThat(harness.rows())
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.state()).isEqualTo(State.CLOSED);
              assertThat(row.overrunMinutes()).isEqualTo(6);
              assertThat(row.actualAt()).isEqualTo(instant(36));
            });
  }

  @Test
  void aCancelledOrderWithdrawsBoth() throws Exception {
    harness.tell(order(100, null, null, 20.0));
    harness.tell(champion(Stage.PLACED, 0, 30, 33, 25_600));
    harness.time(35, 0);
    harness.tell(order(200, null, 36.0, 20.0));
    assertThat(harness.rows())
        .extracting(DynamicSlaViolation::kind, DynamicSlaViolation::state)
        .containsExactly(
            tuple(Kind.EARLY_WARNING, State.OPEN),
            tuple(Kind.VIOLATION, State.OPEN),
            tuple(Kind.EARLY_WARNING, State.WITHDRAWN),
            tuple(Kind.VIOLATION, State.WITHDRAWN));
    assertThat(harness.contributions()).isEmpty();
  }

  @Test
  void aDeletedOrderWithdrawsAllAndLeavesNothing() throws Exception {
    harness.tell(order(100, null, null, 20.0));
    harness.tell(champion(Stage.PLACED, 0, 30, 33, 25_600));
    harness.tell(order(200, 36.0, null, 20.0));
    harness.tell(deleted(300));
    assertThat(harness.rows())
        .extracting(DynamicSlaViolation::kind, DynamicSlaViolation::state)
        .endsWith(
            tuple(Kind.EARLY_WARNING, State.WITHDRAWN), tuple(Kind.VIOLATION, State.WITHDRAWN));
    assertThat(harness.rows()).last().satisfies(row -> assertThat(row.version()).isEqualTo(1_200));
    assertThat(harness.contributions()).extracting(Contribution::count).containsExactly(1, -1);
    assertThat(harness.numKeyedStateEntries()).isZero();
  }

  @Test
  void aPredictionAfterTheDeliveryStillHasItsOutcome() throws Exception {
    harness.tell(order(100, null, null, 40.0));
    harness.tell(order(200, 50.0, null, 40.0));
    harness.tell(champion(Stage.PLACED, 0, 44, 50, 25_600));
    assertThat(harness.rows())
        .extracting(
            DynamicSlaViolation::kind, DynamicSlaViolation::state, DynamicSlaViolation::version)
        .containsExactly(tuple(Kind.EARLY_WARNING, State.CLOSED, 800L));
    assertThat(harness.contributions())
        .singleElement()
        .satisfies(
            contribution -> {
              assertThat(contribution.key().window()).isEqualTo(Given.millis(50));
              assertThat(contribution.error()).isEqualTo(-Micros.ofMinutes(6));
              assertThat(contribution.covered()).isEqualTo(1);
              assertThat(contribution.baselineError()).isEqualTo(Micros.ofMinutes(5));
            });
    assertThat(harness.examples())
        .singleElement()
        .satisfies(
            example -> {
              assertThat(example.actualMinutes()).isEqualTo(50);
              assertThat(example.features()).isEqualTo("{\"stage\":0.0,\"courier_load\":null}");
              assertThat(example.featureAgeMs()).contains("\"restaurant\":4200");
              assertThat(example.version()).isEqualTo(51_200);
            });
  }

  @Test
  void predictionsThatComeFirstWaitForTheirOrder() throws Exception {
    harness.tell(champion(Stage.PLACED, 0, 44, 50, 25_600));
    harness.tell(champion(Stage.ASSIGNED, 10, 39, 50, 38_400));
    assertThat(harness.rows()).isEmpty();
    harness.tell(order(100, null, null, 40.0));
    assertThat(harness.rows())
        .extracting(DynamicSlaViolation::state)
        .containsExactly(State.OPEN, State.WITHDRAWN);
  }

  @Test
  void aCorrectedPredictionTakesThePlaceOfTheFormer() throws Exception {
    harness.tell(order(100, 50.0, null, null));
    harness.tell(champion(Stage.PLACED, 0, 48, 53, 25_600));
    harness.tell(champion(Stage.PLACED, 0, 51, 55, 25_601));
    // Told again, and an older one after it.
    harness.tell(champion(Stage.PLACED, 0, 51, 55, 25_601));
    harness.tell(champion(Stage.PLACED, 0, 48, 53, 25_600));
    assertThat(harness.contributions())
        .extracting(Contribution::count, Contribution::error)
        .containsExactly(
            tuple(1, -Micros.ofMinutes(2)),
            tuple(-1, Micros.ofMinutes(2)),
            tuple(1, Micros.ofMinutes(1)));
    assertThat(harness.examples())
        .extracting(TrainingExample::etaMinutes)
        .containsExactly(48.0, 51.0);
  }

  @Test
  void theChallengerIsMeasuredAndNoMore() throws Exception {
    harness.tell(order(100, null, null, 40.0));
    harness.tell(message(Role.CHALLENGER, prediction(Stage.PLACED, 0, 44, 50, 25_600)));
    harness.time(50, 0);
    harness.tell(order(200, 60.0, null, 40.0));
    assertThat(harness.rows()).isEmpty();
    assertThat(harness.examples()).isEmpty();
    assertThat(harness.contributions())
        .singleElement()
        .satisfies(contribution -> assertThat(contribution.champions()).isZero());
  }

  @Test
  void aPredictionDatedAfterTheDeliveryHasNoOutcome() throws Exception {
    harness.tell(order(100, 10.0, null, null));
    harness.tell(champion(Stage.PICKED_UP, 11, 20, 25, 25_600));
    harness.tell(champion(Stage.ASSIGNED, 10, 20, 25, 25_600));
    assertThat(harness.examples())
        .extracting(TrainingExample::stage, TrainingExample::actualMinutes)
        .containsExactly(tuple(Stage.ASSIGNED, 0.0));
  }

  @Test
  void historyGivesNothingAndIsNotKept() throws Exception {
    OrderProgress told = order(100, 50.0, null, 40.0);
    harness.tell(
        new OrderProgress(
            1,
            7,
            9,
            0,
            told.placed(),
            told.delivered(),
            Micros.NONE,
            told.promised(),
            false,
            true,
            100,
            0,
            0));
    assertThat(harness.numKeyedStateEntries()).isZero();
    assertThat(harness.numEventTimeTimers()).isZero();
  }

  @Test
  void aFinishedOrderIsForgottenByEventTimeAndByTheClock() throws Exception {
    harness.tell(order(100, null, null, null));
    harness.tell(champion(Stage.PLACED, 0, 44, 50, 25_600));
    harness.setProcessingTime(1_000);
    harness.tell(order(200, 40.0, null, null));
    // A backlog of orders is read in no time, and the predictions are still to come.
    harness.time(100_000, 0);
    assertThat(harness.numKeyedStateEntries()).isPositive();
    harness.setProcessingTime(1_000 + HOUR - 1);
    assertThat(harness.numKeyedStateEntries()).isPositive();
    harness.setProcessingTime(1_000 + HOUR);
    assertThat(harness.numKeyedStateEntries()).isZero();
    assertThat(harness.numEventTimeTimers() + harness.numProcessingTimeTimers()).isZero();
  }

  @Test
  void theClockAloneForgetsNothing() throws Exception {
    harness.tell(order(200, 40.0, null, null));
    harness.setProcessingTime(10 * HOUR);
    harness.time(99, 0);
    assertThat(harness.numKeyedStateEntries()).isPositive();
    harness.time(100, 0);
    assertThat(harness.numKeyedStateEntries()).isZero();
  }

  @Test
  void anAbandonedOrderIsForgottenToo() throws Exception {
    harness.tell(order(100, null, null, null));
    harness.tell(champion(Stage.PLACED, 0, 44, 50, 25_600));
    harness.setProcessingTime(HOUR);
    harness.time(24 * 60, -1);
    assertThat(harness.numKeyedStateEntries()).isPositive();
    harness.time(24 * 60, 0);
    assertThat(harness.numKeyedStateEntries()).isZero();
    assertThat(harness.numEventTimeTimers()).isZero();
  }

  @Test
  void aPredictionWithoutAnOrderIsNotDroppedInSilence() throws Exception {
    harness.tell(champion(Stage.PLACED, 0, 44, 50, 25_600));
    harness.time(24 * 60, -1);
    assertThat(harness.letters()).isEmpty();
    harness.time(24 * 60, 0);
    // One that comes when its order is known not to come waits for nothing.
    harness.tell(champion(Stage.ASSIGNED, 0, 44, 50, 25_600));
    assertThat(harness.letters())
        .hasSize(2)
        .allSatisfy(
            letter -> {
              assertThat(letter.reason()).isEqualTo(Reason.LATE);
              assertThat(letter.sourceTopic()).isEqualTo("eta_predictions");
              assertThat(letter.sourceOffset()).isEqualTo(5);
              assertThat(letter.rawBase64()).isNotEmpty();
            });
    assertThat(harness.numKeyedStateEntries()).isZero();
    assertThat(harness.numEventTimeTimers()).isZero();
  }

  @Test
  void anOlderChangeToldAgainChangesNothing() throws Exception {
    harness.tell(order(200, 50.0, null, null));
    harness.tell(order(100, null, null, null));
    harness.tell(champion(Stage.PLACED, 0, 44, 50, 25_600));
    assertThat(harness.examples()).hasSize(1);
  }
}
