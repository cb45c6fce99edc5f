package io.flavortrend.features.restaurant;

import static org.assertj.core.api.Assertions.assertThat;

import io.flavortrend.contracts.TimeDomain;
import io.flavortrend.contracts.cdc.OrderRow;
import io.flavortrend.contracts.cdc.RestaurantRow;
import io.flavortrend.features.testing.Folding;
import io.flavortrend.features.testing.Lives;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RestaurantStateTest {
  private static final int ORDERS = 5_000;
  private static final long BASE = Lives.BASE.toEpochMilli();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void equalsTheNaiveInEveryArrivalOrder(long seed) throws Exception {
    Lives lives = new Lives(seed, ORDERS);
    long now = BASE + Duration.ofMinutes(170).toMillis() + 17;
    for (long arrival = 0; arrival < 3; arrival++) {
      List<RestaurantEvent> events =
          events(lives, arrival).stream().filter(event -> event.when().at() <= now).toList();
      assertThat(events.size()).isGreaterThan(10_000);
      Folding.allLate(
          RestaurantState::new, events, now, NaiveRestaurant.values(lives.last().toList(), now));
    }
  }

  @Test
  void equalsTheNaiveAtEveryMinute() {
    Lives lives = new Lives(4, ORDERS);
    List<OrderRow> rows = lives.last().toList();
    List<RestaurantEvent> events = new ArrayList<>();
    for (OrderRow row : rows) {
      events.addAll(RestaurantEvents.ofOrder(Lives.change(null, row), TimeDomain.LOG));
    }
    Folding.inTime(
        RestaurantState::new,
        events,
        LongStream.range(0, 400).map(i -> BASE + i * 61_003).boxed().toList(),
        instant -> NaiveRestaurant.values(rows, instant));
  }

  @Test
  void drains() {
    RestaurantState state = new RestaurantState();
    state.advance(BASE + Duration.ofHours(3).toMillis());
    events(new Lives(5, 200), 1).forEach(state::add);
    assertThat(state.isEmpty()).isFalse();
    Folding.drains(state);
  }

  @Test
  void theNewestRowSaysWhetherItIsPaused() {
    RestaurantState state = new RestaurantState();
    state.advance(BASE);
    assertThat(paused(state)).isNaN();
    row(null, restaurant(false)).forEach(state::add);
    assertThat(paused(state)).isZero();
    row(restaurant(false), restaurant(true)).forEach(state::add);
    assertThat(paused(state)).isEqualTo(1);
    assertThat(row(restaurant(true), restaurant(true))).isEmpty();
    row(restaurant(true), null).forEach(state::add);
    assertThat(paused(state)).isNaN();
    assertThat(state.isEmpty()).isTrue();
  }

  private static double paused(RestaurantState state) {
    return state.values()[6];
  }

  private static List<RestaurantEvent> row(
      @Nullable RestaurantRow before, @Nullable RestaurantRow after) {
    return RestaurantEvents.ofRestaurant(Lives.change(before, after), TimeDomain.LIVE);
  }

  private static RestaurantRow restaurant(boolean paused) {
    return new RestaurantRow(1, 1, "x", null, null, null, null, null, paused, Instant.EPOCH);
  }

  private static List<RestaurantEvent> events(Lives lives, long arrival) {
    return lives.changes(arrival).stream()
        .flatMap(change -> RestaurantEvents.ofOrder(change, TimeDomain.LOG).stream())
        .toList();
  }
}
