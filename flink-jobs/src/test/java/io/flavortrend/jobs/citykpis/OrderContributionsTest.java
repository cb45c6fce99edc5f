package io.flavortrend.jobs.citykpis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.flavortrend.contracts.TimeDomain;
import io.flavortrend.contracts.cdc.OrderRow;
import io.flavortrend.jobs.testing.OrderLog;
import io.flavortrend.jobs.testing.Orders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OrderContributionsTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Instant LATER = NOON.plusSeconds(3600);
  private static final Orders PLACED = Orders.placed(1, 7, NOON.plusSeconds(5));
  private static final Orders DELIVERED =
      PLACED
          .assigned(42, NOON.plusSeconds(10))
          .pickedUp(NOON.plusSeconds(20))
          .delivered(NOON.plusSeconds(605));

  private final OrderContributions live =
      new OrderContributions(TimeDomain.LIVE, Duration.ofHours(24));
  private final OrderContributions log =
      new OrderContributions(TimeDomain.LOG, Duration.ofHours(24));

  @Test
  void aCreatedOrderIsPlacedInItsOwnMinute() {
    assertThat(read(live, null, PLACED))
        .singleElement()
        .satisfies(
            c -> {
              assertThat(c.key()).isEqualTo(new CityMinuteKey(7, NOON.toEpochMilli()));
              assertThat(c.orders()).isEqualTo(1);
              assertThat(c.courierEvents()).isZero();
            });
  }

  @Test
  void aTransitionAddsOnlyItself() {
    Orders picked = PLACED.assigned(42, NOON.plusSeconds(10)).pickedUp(NOON.plusSeconds(20));
    assertThat(read(live, picked, picked.delivered(NOON.plusSeconds(605))))
        .singleElement()
        .satisfies(
            c -> {
              assertThat(c.minute()).isEqualTo(NOON.plusSeconds(600).toEpochMilli());
              assertThat(c.delivered()).isEqualTo(1);
              assertThat(c.revenueMillimes()).isEqualTo(10_500);
              assertThat(c.deliveryMicros()).isEqualTo(600_000_000L);
              assertThat(c.courierId()).isEqualTo(42);
              assertThat(c.courierEvents()).isEqualTo(1);
            });
  }

  @Test
  void aRowFirstSeenInALateStateYieldsAllItsDatedTransitions() {
    assertThat(read(live, null, DELIVERED)).hasSize(4);
    assertThat(read(live, null, PLACED.cancelled(NOON.plusSeconds(90))))
        .extracting(Contribution::orders, Contribution::cancelled)
        .containsExactlyInAnyOrder(tuple(1, 0), tuple(0, 1));
  }

  @Test
  void nothingThatCountsHasChanged() {
    assertThat(read(live, DELIVERED, DELIVERED)).isEmpty();
    assertThat(read(live, PLACED, PLACED.costing("99.000"))).isEmpty();
  }

  @Test
  void aCorrectionTakesTheFormerBackBeforeItAdds() {
    assertThat(read(live, DELIVERED, DELIVERED.costing("8.250")))
        .extracting(Contribution::delivered, Contribution::revenueMillimes)
        .containsExactly(tuple(-1, -10_500L), tuple(1, 8_250L));
  }

  @Test
  void aDeletedOrderTakesEverythingBack() {
    List<Contribution> added = read(live, null, DELIVERED);
    assertThat(read(live, DELIVERED, null))
        .containsExactlyInAnyOrderElementsOf(added.stream().map(Contribution::negated).toList());
  }

  @Test
  void anOrderThatMovesToAnotherCityLeavesTheFirst() {
    assertThat(read(live, PLACED, PLACED.in(8)))
        .extracting(Contribution::cityId, Contribution::orders)
        .containsExactly(tuple(7, -1), tuple(8, 1));
  }

  @Test
  void aFastClockCannotReachIntoTheFutureOfTheLiveDomain() {
    Instant committedAt = NOON.minusSeconds(30);
    OrderRow row = PLACED.row();
    assertThat(live.read(OrderLog.decoded(null, row, committedAt)).get(0).minute())
        .isEqualTo(NOON.minusSeconds(60).toEpochMilli());
    assertThat(log.read(OrderLog.decoded(null, row, committedAt)).get(0).minute())
        .isEqualTo(NOON.toEpochMilli());
  }

  @Test
  void aMinuteClosesWhenItsLatenessIsOver() {
    Contribution placed = read(live, null, PLACED).get(0);
    assertThat(live.closesAt(placed))
        .isEqualTo(NOON.plusSeconds(60).plus(Duration.ofHours(24)).toEpochMilli() - 1);
  }

  @Test
  void anAmountThatMillimesCannotHoldIsRefused() {
    assertThatThrownBy(() -> read(live, null, DELIVERED.costing("1.00001")))
        .isInstanceOf(ArithmeticException.class);
  }

  private static List<Contribution> read(
      OrderContributions reading, @Nullable Orders before, @Nullable Orders after) {
    return reading.read(
        OrderLog.decoded(
            before == null ? null : before.row(), after == null ? null : after.row(), LATER));
  }
}
