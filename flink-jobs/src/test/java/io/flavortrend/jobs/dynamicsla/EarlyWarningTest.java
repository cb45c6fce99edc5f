package io.flavortrend.jobs.dynamicsla;

import static org.assertj.core.api.Assertions.assertThat;

import io.flavortrend.contracts.TimeDomain;
import io.flavortrend.contracts.values.DynamicSlaViolation.State;
import io.flavortrend.contracts.values.ModelRelease.Role;
import io.flavortrend.contracts.values.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rule by its cases: minutes after noon, when the order was placed; the promise is 40. */
class EarlyWarningTest {
  private static final double PROMISE = 40;
  private static final long MARGIN = Micros.ofMinutes(1);

  @ParameterizedTest
  @CsvSource({
    // placed assigned(10) picked up(20) delivered cancelled  state      raised since
    "40,   ,   ,   ,   ,          ,  ,  ",
    "40.9, ,   ,   ,   ,          ,  ,  ",
    "41,   ,   ,   ,   , OPEN     , 0, 0",
    "41,   , 45,   ,   , OPEN     , 0, 20",
    // Between the promise and the margin nothing flickers.
    "41, 40.5, ,   ,   , OPEN     , 0, 10",
    "40.5, 41, ,   ,   , OPEN     , 10, 10",
    "41, 40,   ,   ,   , WITHDRAWN, 0, 10",
    // Taken back, it may be raised again.
    "41, 40, 41,   ,   , OPEN     , 20, 20",
    "41, 40, 40.5, ,   , WITHDRAWN, 0, 10",
    "41,   ,   , 50,   , CLOSED   , 0, 50",
    // It did not come true.
    "41,   ,   , 30,   , CLOSED   , 0, 30",
    "41, 40,   , 50,   , WITHDRAWN, 0, 10",
    "41,   ,   ,   , 15, WITHDRAWN, 0, 15",
    // What is said after the end is not said of an open order.
    "41,   , 40, 15,   , CLOSED   , 0, 15",
    "39,   , 41, 15,   ,          ,  ,  "
  })
  void followsThePredictions(
      Double placed,
      Double assigned,
      Double pickedUp,
      Double delivered,
      Double cancelled,
      State state,
      Double raised,
      Double since) {
    TrackedOrder order =
        TrackedOrder.first(Given.order(1, delivered, cancelled, PROMISE), TimeDomain.LOG);
    order = with(order, Stage.PLACED, 0, placed);
    order = with(order, Stage.ASSIGNED, 10, assigned);
    order = with(order, Stage.PICKED_UP, 20, pickedUp);
    Finding found = EarlyWarning.of(order, MARGIN);
    assertThat(found == null ? null : found.state()).isEqualTo(state);
    if (found != null) {
      assertThat(found.due()).isEqualTo(Given.micros(PROMISE));
      assertThat(found.raised()).isEqualTo(Given.micros(raised));
      assertThat(found.eventTime()).isEqualTo(Given.micros(since));
      assertThat(found.tolerance()).isZero();
    }
  }

  @Test
  void aWarningNeedsTime() {
    TrackedOrder order = TrackedOrder.first(Given.order(1, null, null, PROMISE), TimeDomain.LOG);
    assertThat(EarlyWarning.of(with(order, Stage.PICKED_UP, 40, 50.0), MARGIN)).isNull();
    assertThat(EarlyWarning.of(with(order, Stage.PICKED_UP, 39.9, 50.0), MARGIN)).isNotNull();
  }

  @Test
  void withoutAPromiseNothingBreaks() {
    TrackedOrder order = TrackedOrder.first(Given.order(1, null, null, null), TimeDomain.LOG);
    assertThat(EarlyWarning.of(with(order, Stage.PLACED, 0, 500.0), MARGIN)).isNull();
  }

  @Test
  void theChallengerWarnsOfNothing() {
    TrackedOrder order =
        TrackedOrder.first(Given.order(1, null, null, PROMISE), TimeDomain.LOG)
            .with(Prediction.of(Role.CHALLENGER, Given.prediction(Stage.PLACED, 0, 500, 510, 1)));
    assertThat(EarlyWarning.of(order, MARGIN)).isNull();
  }

  @Test
  void withoutAMarginThePromiseItselfIsKept() {
    TrackedOrder order = TrackedOrder.first(Given.order(1, null, null, PROMISE), TimeDomain.LOG);
    assertThat(EarlyWarning.of(with(order, Stage.PLACED, 0, PROMISE), 0)).isNull();
    assertThat(EarlyWarning.of(with(order, Stage.PLACED, 0, 40.1), 0)).isNotNull();
  }

  private static TrackedOrder with(
      TrackedOrder order, Stage stage, double at, @Nullable Double predicted) {
    return predicted == null
        ? order
        : order.with(
            Prediction.of(Role.CHAMPION, Given.prediction(stage, at, predicted, predicted + 3, 1)));
  }
}
