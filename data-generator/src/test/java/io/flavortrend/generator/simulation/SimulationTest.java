package io.flavortrend.generator.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.flavortrend.contracts.cdc.OrderStatus;
import io.flavortrend.generator.world.CourierStatus;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The simulated business by itself. */
final class SimulationTest {
  private static final long START = Micros.of(Instant.parse("2026-11-20T08:00:00Z"));
  private static final ZoneId TUNIS = ZoneId.of("Africa/Tunis");
  private static final Pace NATURAL = new Pace(0.5, false, null);

  @Test
  void dependsOnTheSeedAndNotOnTheStepsOfTime() {
    List<Change> whole = run(1, NATURAL, 8, 8 * 3_600);
    assertThat(run(1, NATURAL, 8, 7)).isEqualTo(whole);
    Random random = new Random(3);
    List<Change> ragged = new ArrayList<>();
    Simulation simulation = simulation(1, NATURAL, ragged);
    for (long at = START; at < START + 8 * Micros.HOUR; at += 1 + random.nextLong(Micros.HOUR)) {
      simulation.advanceTo(at);
    }
    simulation.advanceTo(START + 8 * Micros.HOUR);
    assertThat(ragged).isEqualTo(whole);
    assertThat(run(2, NATURAL, 8, 3_600)).isNotEqualTo(whole);
  }

  @Test
  void movesOrdersForwardOnly() {
    Map<Long, Change.OrderMoved> last = new HashMap<>();
    Map<Long, NewOrder> placed = new HashMap<>();
    long now = 0;
    for (Change change : run(1, NATURAL, 24, 60)) {
      assertThat(change.at()).isGreaterThanOrEqualTo(now - Micros.HOUR);
      now = Math.max(now, change.at());
      if (change instanceof Change.OrderPlaced order) {
        assertThat(placed.put(order.order().id(), order.order())).isNull();
        assertThat(order.order().totalMillis())
            .isEqualTo(
                order.order().lines().stream()
                    .mapToLong(line -> line.quantity() * line.unitPriceMillis())
                    .sum());
      } else if (change instanceof Change.OrderMoved moved) {
        Change.OrderMoved before = last.put(moved.orderId(), moved);
        OrderStatus from = before == null ? OrderStatus.PLACED : before.status();
        long since = before == null ? placed.get(moved.orderId()).placedAt() : before.at();
        assertThat(moved.at()).isGreaterThan(since);
        assertThat(from.isTerminal()).isFalse();
        if (moved.status() != OrderStatus.CANCELLED) {
          assertThat(moved.status().ordinal()).isEqualTo(from.ordinal() + 1);
        }
      }
    }
    Map<OrderStatus, Long> ends =
        last.values().stream()
            .collect(Collectors.groupingBy(Change.OrderMoved::status, Collectors.counting()));
    double all = placed.size();
    assertThat(ends.get(OrderStatus.CANCELLED) / all).isEqualTo(0.04, within(0.01));
    assertThat(ends.get(OrderStatus.DELIVERED) / all).isGreaterThan(0.9);
  }

  @Test
  void givesACourierAtMostTwoOrdersAndThoseOfOneRestaurant() {
    Map<Long, NewOrder> placed = new HashMap<>();
    Map<Long, List<NewOrder>> bags = new HashMap<>();
    Map<Long, Long> courierOf = new HashMap<>();
    Map<Long, CourierStatus> status = new HashMap<>();
    int shared = 0;
    // Five orders a second in cities of few couriers: fleets have to grow.
    for (Change change : runSeconds(1, new Pace(5, true, null), 3_600)) {
      if (change instanceof Change.OrderPlaced order) {
        placed.put(order.order().id(), order.order());
      }
      if (!(change instanceof Change.OrderMoved moved)) {
        continue;
      }
      Change.CourierChange courier = moved.courier();
      if (courier != null) {
        assertThat(status.put(courier.courierId(), courier.status()))
            .isNotEqualTo(courier.status());
      }
      NewOrder order = placed.get(moved.orderId());
      if (moved.courierId() != null) {
        List<NewOrder> bag = bags.computeIfAbsent(moved.courierId(), id -> new ArrayList<>());
        bag.add(order);
        courierOf.put(moved.orderId(), moved.courierId());
        shared += bag.size() - 1;
        assertThat(bag).hasSizeLessThanOrEqualTo(2);
        assertThat(bag.stream().map(NewOrder::restaurantId).distinct()).hasSize(1);
        assertThat(status.get(moved.courierId())).isEqualTo(CourierStatus.BUSY);
      } else if (moved.status().isTerminal() && courierOf.containsKey(moved.orderId())) {
        assertThat(bags.get(courierOf.get(moved.orderId())).remove(order)).isTrue();
      }
    }
    assertThat(courierOf).hasSizeGreaterThan(1_000);
    assertThat(shared).isGreaterThan(50);
  }

  @Test
  void keepsTheRateAndTheLengthOfLife() {
    Pace bench = new Pace(100, true, 40.0);
    Map<Long, Long> placed = new HashMap<>();
    Map<Long, Long> assigned = new HashMap<>();
    List<Double> lives = new ArrayList<>();
    List<Double> busy = new ArrayList<>();
    int changes = 0;
    for (Change change : runSeconds(1, bench, 300)) {
      if (change instanceof Change.OrderPlaced order) {
        placed.put(order.order().id(), order.at());
        changes++;
      } else if (change instanceof Change.OrderMoved moved) {
        changes += moved.courier() == null ? 1 : 2;
        if (moved.status() == OrderStatus.ASSIGNED) {
          assigned.put(moved.orderId(), moved.at());
        }
        if (moved.status() == OrderStatus.DELIVERED) {
          lives.add((moved.at() - placed.get(moved.orderId())) / 1e6);
          busy.add((moved.at() - assigned.get(moved.orderId())) / 1e6 / bench.scale());
        }
      }
    }
    assertThat(placed).hasSize(300 * 100);
    double mean = lives.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    double meanBusy = busy.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    System.out.printf(
        "mean life %.1f s at 40 s asked for, %.2f changes an order, natural busy time %.0f s%n",
        mean, changes / (double) placed.size(), meanBusy);
    assertThat(meanBusy).isEqualTo(Lifecycle.NATURAL_BUSY_SECONDS, within(100.0));
    assertThat(mean).isEqualTo(40, within(4.0));
  }

  @Test
  void placesAsManyOrdersInAWeekAsTheRateSays() {
    Draws draws = new Draws(1);
    Demand demand =
        new Demand(
            draws,
            Worlds.small().markets(),
            new Pace(0.2, false, null),
            (market, at) -> DayCurve.factor(Micros.instant(at).atZone(TUNIS), false));
    long at = START;
    int orders = 0;
    int[] byMarket = new int[2];
    Map<Integer, Integer> byHour = new HashMap<>();
    while (true) {
      at = demand.next(at, orders + 1);
      if (at > START + 7 * 24 * Micros.HOUR) {
        break;
      }
      orders++;
      byMarket[demand.market(orders, at)]++;
      byHour.merge((int) (at / Micros.HOUR % 24), 1, Integer::sum);
    }
    assertThat(orders / (7 * 86_400.0)).isEqualTo(0.2, within(0.004));
    assertThat(byMarket[0] / (double) orders).isEqualTo(0.75, within(0.01));
    // 20 h in Tunis is 19 h UTC; nobody orders before dawn.
    assertThat(byHour.get(19)).isGreaterThan(15 * byHour.get(3));
  }

  @Test
  void finishesOpenOrdersWhenNoneArriveAnyMore() {
    List<Change> changes = new ArrayList<>();
    Simulation simulation = simulation(1, NATURAL, changes);
    simulation.advanceTo(START + 4 * Micros.HOUR);
    assertThat(simulation.openOrders()).isPositive();
    simulation.changePace(new Pace(0, true, null), START + 4 * Micros.HOUR);
    simulation.advanceTo(START + 10 * Micros.HOUR);
    assertThat(simulation.openOrders()).isZero();
  }

  private static List<Change> run(long seed, Pace pace, int hours, int stepSeconds) {
    List<Change> changes = new ArrayList<>();
    Simulation simulation = simulation(seed, pace, changes);
    long end = START + hours * Micros.HOUR;
    for (long at = START; at < end; at += stepSeconds * Micros.SECOND) {
      simulation.advanceTo(at);
    }
    simulation.advanceTo(end);
    return changes;
  }

  private static List<Change> runSeconds(long seed, Pace pace, int seconds) {
    List<Change> changes = new ArrayList<>();
    simulation(seed, pace, changes).advanceTo(START + seconds * Micros.SECOND);
    return changes;
  }

  private static Simulation simulation(long seed, Pace pace, List<Change> changes) {
    Simulation simulation = new Simulation(seed, Worlds.small(), pace, START, changes::add);
    simulation.takeUp(List.of());
    return simulation;
  }
}
