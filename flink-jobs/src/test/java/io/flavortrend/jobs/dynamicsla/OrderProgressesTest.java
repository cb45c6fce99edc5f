package io.flavortrend.jobs.dynamicsla;

import static org.assertj.core.api.Assertions.assertThat;

import io.flavortrend.contracts.TimeDomain;
import io.flavortrend.contracts.cdc.OrderStatus;
import io.flavortrend.jobs.testing.OrderLog;
import io.flavortrend.jobs.testing.StagedOrder;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OrderProgressesTest {
  private static final OrderProgresses READING = new OrderProgresses(OutcomesHarness.RULES);
  private static final StagedOrder PLACED =
      StagedOrder.placed(1, 7, Given.NOON).promised(Given.instant(40));

  @Test
  void readsWhatPredictionsCareFor() {
    StagedOrder delivered = PLACED.by(5L).at(OrderStatus.DELIVERED, Given.instant(50));
    assertThat(read(PLACED, delivered, 51))
        .singleElement()
        .satisfies(
            progress -> {
              assertThat(progress.orderId()).isEqualTo(1);
              assertThat(progress.cityId()).isEqualTo(7);
              assertThat(progress.courierId()).isEqualTo(5);
              assertThat(progress.delivered()).isEqualTo(Given.micros(50.0));
              assertThat(progress.cancelled()).isEqualTo(Micros.NONE);
              assertThat(progress.promised()).isEqualTo(Given.micros(40.0));
              assertThat(progress.deleted()).isFalse();
            });
    assertThat(read(delivered, null, 52))
        .singleElement()
        .satisfies(progress -> assertThat(progress.deleted()).isTrue());
  }

  @Test
  void leavesOutStagesOnTheWay() {
    assertThat(read(PLACED, PLACED.at(OrderStatus.ACCEPTED, Given.instant(3)), 3)).isEmpty();
    assertThat(read(PLACED, PLACED.at(OrderStatus.PICKED_UP, Given.instant(3)), 3)).isEmpty();
    assertThat(read(PLACED, PLACED.promised(null), 3)).hasSize(1);
    assertThat(read(PLACED, PLACED.in(8), 3)).hasSize(1);
  }

  @Test
  void aFastClockIsCappedWhereItIsFirstToldAndOnlyLive() {
    OrderProgress fast = one(PLACED, PLACED.at(OrderStatus.DELIVERED, Given.instant(50)), 45);
    TrackedOrder live = TrackedOrder.first(fast, TimeDomain.LIVE);
    assertThat(live.delivered()).isEqualTo(Given.micros(45.0));
    assertThat(TrackedOrder.first(fast, TimeDomain.LOG).delivered()).isEqualTo(Given.micros(50.0));
    // A later change that leaves the delivery alone leaves its date alone.
    StagedOrder moved = PLACED.at(OrderStatus.DELIVERED, Given.instant(50)).in(8);
    assertThat(live.after(one(PLACED, moved, 60), TimeDomain.LIVE).delivered())
        .isEqualTo(Given.micros(45.0));
  }

  @Test
  void isLateWhenItsOrderIsForgotten() {
    OrderProgress open = one(null, PLACED, 1);
    OrderProgress ended = one(PLACED, PLACED.at(OrderStatus.CANCELLED, Given.instant(9)), 9);
    assertThat(READING.closesAt(open)).isEqualTo(Given.millis(0) + Duration.ofHours(24).toMillis());
    assertThat(READING.closesAt(ended)).isEqualTo(Given.millis(9) + Duration.ofHours(1).toMillis());
  }

  private static OrderProgress one(
      @Nullable StagedOrder before, StagedOrder after, double committed) {
    return read(before, after, committed).get(0);
  }

  private static List<OrderProgress> read(
      @Nullable StagedOrder before, @Nullable StagedOrder after, double committed) {
    return READING.read(
        OrderLog.decoded(
            before == null ? null : before.row(),
            after == null ? null : after.row(),
            Given.instant(committed)));
  }
}
