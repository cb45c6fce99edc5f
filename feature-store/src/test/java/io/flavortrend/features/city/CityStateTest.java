package io.flavortrend.features.city;

import static org.assertj.core.api.Assertions.assertThat;

import io.flavortrend.contracts.TimeDomain;
import io.flavortrend.contracts.cdc.CourierRow;
import io.flavortrend.contracts.cdc.OrderRow;
import io.flavortrend.features.testing.Dating;
import io.flavortrend.features.testing.Folding;
import io.flavortrend.features.testing.Lives;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CityStateTest {
  private static final long BASE = Lives.BASE.toEpochMilli();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void equalsTheNaiveInEveryArrivalOrder(long seed) throws Exception {
    Lives lives = new Lives(seed, 5_000);
    long now = BASE + Duration.ofMinutes(170).toMillis() + 17;
    for (long arrival = 0; arrival < 3; arrival++) {
      List<CityEvent> events =
          events(lives, arrival).stream().filter(event -> event.when().at() <= now).toList();
      assertThat(events.size()).isGreaterThan(10_000);
      Folding.allLate(
          CityState::new,
          events,
          now,
          NaiveCity.values(lives.last().toList(), Dating.AS_TOLD, 0, now));
    }
  }

  @Test
  void equalsTheNaiveAtEveryMinute() {
    List<OrderRow> rows = new Lives(4, 3_000).last().toList();
    List<CityEvent> events = new ArrayList<>();
    for (OrderRow row : rows) {
      events.addAll(CityEvents.ofOrder(Lives.change(null, row), TimeDomain.LOG));
    }
    Folding.inTime(
        CityState::new,
        events,
        LongStream.range(0, 300).map(i -> BASE + i * 61_003).boxed().toList(),
        instant -> NaiveCity.values(rows, Dating.AS_TOLD, 0, instant));
  }

  @Test
  void drains() {
    CityState state = new CityState();
    state.advance(BASE + Duration.ofHours(3).toMillis());
    events(new Lives(5, 200), 1).stream()
        .filter(event -> event.kind() == CityEvent.Kind.PLACED)
        .forEach(state::add);
    assertThat(state.isEmpty()).isFalse();
    Folding.drains(state);
  }

  @Test
  void aCourierIsIdleInOneCityAtATime() {
    CourierRow busy = courier(1, "busy");
    CourierRow idle = courier(1, "idle");
    CourierRow elsewhere = courier(2, "idle");
    assertThat(CityEvents.ofCourier(Lives.change(null, busy), TimeDomain.LIVE)).isEmpty();
    assertThat(CityEvents.ofCourier(Lives.change(busy, idle), TimeDomain.LIVE))
        .extracting(CityEvent::cityId, CityEvent::sign)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(1, 1));
    assertThat(CityEvents.ofCourier(Lives.change(idle, elsewhere), TimeDomain.LIVE))
        .extracting(CityEvent::cityId, CityEvent::sign)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(1, -1), org.assertj.core.groups.Tuple.tuple(2, 1));
    assertThat(CityEvents.ofCourier(Lives.change(elsewhere, null), TimeDomain.LIVE))
        .extracting(CityEvent::cityId, CityEvent::sign)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(2, -1));
  }

  private static CourierRow courier(int city, String status) {
    return new CourierRow(1, city, "car", status, Instant.EPOCH);
  }

  private static List<CityEvent> events(Lives lives, long arrival) {
    return lives.changes(arrival).stream()
        .flatMap(change -> CityEvents.ofOrder(change, TimeDomain.LOG).stream())
        .toList();
  }
}
