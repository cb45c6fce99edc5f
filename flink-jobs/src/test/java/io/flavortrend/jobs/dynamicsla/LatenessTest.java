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

/** The rule by its cases: minutes after noon, when the order was placed. */
class LatenessTest {
  private static final long TOLERANCE = Micros.ofMinutes(5);

  @ParameterizedTest
  @CsvSource({
    // Predicted when placed, assigned(20), picked up(35); delivered, cancelled; proven; broken
    "30,   ,   ,   ,   , 34.9,          ,   ,   ",
    "30,   ,   ,   ,   , 35  , OPEN     , 35, 35",
    "30,   ,   , 35,   , 99  ,          ,   ,   ",
    "30,   ,   , 36,   ,  0  , CLOSED   , 35, 36",
    "30,   ,   ,   , 35, 99  ,          ,   ,   ",
    "30,   ,   ,   , 36,  0  , WITHDRAWN, 35, 36",
    // A prediction made before moves the time, also one made at the very time.
    "30, 40,   ,   ,   , 44  ,          ,   ,   ",
    "30, 40,   ,   ,   , 45  , OPEN     , 45, 45",
    "30,   , 50,   ,   , 54  ,          ,   ,   ",
    "10, 40,   , 44,   , 99  , CLOSED   , 15, 44",
    // One made after mends nothing.
    "14, 40,   ,   ,   ,  0  , OPEN     , 19, 19",
    "14, 40, 50, 42,   ,  0  , CLOSED   , 19, 42",
    // What is said after the end is not said of an open order.
    "30, 40, 99, 34,   , 99  ,          ,   ,   ",
    "  ,   ,   , 50,   , 99  ,          ,   ,   "
  })
  void aPredictionHoldsUntilTheNext(
      Double placed,
      Double assigned,
      Double pickedUp,
      Double delivered,
      Double cancelled,
      double proven,
      State state,
      Double due,
      Double since) {
    TrackedOrder order =
        TrackedOrder.first(Given.order(1, delivered, cancelled, null), TimeDomain.LOG);
    order = with(order, Stage.PICKED_UP, 35, pickedUp);
    order = with(order, Stage.ASSIGNED, 20, assigned);
    order = with(order, Stage.PLACED, 0, placed);
    Finding found = Lateness.of(order, TOLERANCE, Given.millis(proven));
    assertThat(found == null ? null : found.state()).isEqualTo(state);
    if (found != null) {
      assertThat(found.due()).isEqualTo(Given.micros(due)).isEqualTo(found.raised());
      assertThat(found.eventTime()).isEqualTo(Given.micros(since));
      assertThat(found.tolerance()).isEqualTo(TOLERANCE);
    }
  }

  @Test
  void anUncertainPredictionIsAllowedMore() {
    TrackedOrder order =
        TrackedOrder.first(Given.order(1, null, null, null), TimeDomain.LOG)
            .with(Prediction.of(Role.CHAMPION, Given.prediction(Stage.PLACED, 0, 30, 42, 1)));
    assertThat(Lateness.dueMillis(order, TOLERANCE)).isEqualTo(Given.millis(42));
    assertThat(Lateness.of(order, TOLERANCE, Given.millis(41))).isNull();
    assertThat(Lateness.of(order, TOLERANCE, Given.millis(42)))
        .satisfies(found -> assertThat(found.tolerance()).isEqualTo(Micros.ofMinutes(12)));
  }

  @Test
  void theNewestPredictionOfAnOpenOrderIsWaitedFor() {
    TrackedOrder order = TrackedOrder.first(Given.order(1, null, null, null), TimeDomain.LOG);
    assertThat(Lateness.dueMillis(order, TOLERANCE)).isEqualTo(Long.MAX_VALUE);
    order = with(order, Stage.PLACED, 0, 30.0);
    assertThat(Lateness.dueMillis(order, TOLERANCE)).isEqualTo(Given.millis(35));
    order = with(order, Stage.ASSIGNED, 10, 25.0);
    assertThat(Lateness.dueMillis(order, TOLERANCE)).isEqualTo(Given.millis(30));
    TrackedOrder delivered = order.after(Given.order(2, 28.0, null, null), TimeDomain.LOG);
    assertThat(Lateness.dueMillis(delivered, TOLERANCE)).isEqualTo(Long.MAX_VALUE);
  }

  private static TrackedOrder with(
      TrackedOrder order, Stage stage, double at, @Nullable Double predicted) {
    return predicted == null
        ? order
        : order.with(
            Prediction.of(Role.CHAMPION, Given.prediction(stage, at, predicted, predicted + 3, 1)));
  }
}
