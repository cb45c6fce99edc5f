package io.flavortrend.features.courier;

import static org.assertj.core.api.Assertions.assertThat;

import io.flavortrend.contracts.TimeDomain;
import io.flavortrend.contracts.cdc.CourierRow;
import io.flavortrend.contracts.cdc.OrderRow;
import io.flavortrend.features.testing.Dating;
import io.flavortrend.features.testing.Folding;
import io.flavortrend.features.testing.Lives;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CourierStateTest {
  private static final long BASE = Lives.BASE.toEpochMilli();
  private static final ZoneId ZONE = ZoneId.of("Pacific/Auckland"); // Midnight within the lives.

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void equalsTheNaiveInEveryArrivalOrder(long seed) throws Exception {
    Lives lives = new Lives(seed, 7_000);
    long now = BASE + Duration.ofMinutes(170).toMillis() + 17;
    for (long arrival = 0; arrival < 3; arrival++) {
      List<CourierEvent> events =
          events(lives, arrival).stream().filter(event -> event.when().at() <= now).toList();
      assertThat(events.size()).isGreaterThan(10_000);
      Folding.allLate(
          () -> new CourierState(ZONE),
          events,
          now,
          NaiveCourier.values(lives.last().toList(), Dating.AS_TOLD, ZONE, now));
    }
  }

  @Test
  void equalsTheNaiveAtEveryMinuteAlsoOverMidnight() {
    List<OrderRow> rows = new Lives(4, 1_500).last().toList();
    List<CourierEvent> events = new ArrayList<>();
    for (OrderRow row : rows) {
      events.addAll(CourierEvents.ofOrder(Lives.change(null, row), TimeDomain.LOG));
    }
    Folding.inTime(
        () -> new CourierState(ZoneId.of("UTC+10")),
        events,
        LongStream.range(0, 300).map(i -> BASE + i * 61_003).boxed().toList(),
        instant -> NaiveCourier.values(rows, Dating.AS_TOLD, ZoneId.of("UTC+10"), instant));
  }

  @Test
  void drains() {
    CourierState state = new CourierState(ZONE);
    state.advance(BASE + Duration.ofHours(3).toMillis());
    events(new Lives(5, 200), 1).forEach(state::add);
    assertThat(state.isEmpty()).isFalse();
    Folding.drains(state);
  }

  @Test
  void aCourierDeletedWhileDeliveringGoesOnByTheOrders() {
    CourierState state = new CourierState(ZONE);
    state.advance(BASE);
    OrderRow delivered =
        new Lives(6, 50)
            .last()
            .filter(order -> order.deliveredAt() != null && order.assignedAt() != null)
            .findFirst()
            .orElseThrow();
    List<CourierEvent> events =
        CourierEvents.ofOrder(Lives.change(null, delivered), TimeDomain.LOG);
    CourierRow busy = new CourierRow(1, 1, "car", "busy", Instant.EPOCH);
    CourierEvents.ofCourier(Lives.change(null, busy), TimeDomain.LIVE).forEach(state::add);
    state.advance(delivered.assignedAt().toEpochMilli());
    state.add(events.get(0));
    assertThat(state.values()[2]).isEqualTo(1);
    assertThat(state.values()[5]).isEqualTo(2);
    CourierEvents.ofCourier(Lives.change(busy, null), TimeDomain.LIVE).forEach(state::add);
    assertThat(state.values()[5]).isNaN();
    state.advance(delivered.deliveredAt().toEpochMilli());
    state.add(events.get(1));
    assertThat(state.values()[2]).isZero();
    assertThat(state.values()[3]).isEqualTo(delivered.deliveredAt().toEpochMilli() / 1e3);
  }

  private static List<CourierEvent> events(Lives lives, long arrival) {
    return lives.changes(arrival).stream()
        .flatMap(change -> CourierEvents.ofOrder(change, TimeDomain.LOG).stream())
        .toList();
  }
}
