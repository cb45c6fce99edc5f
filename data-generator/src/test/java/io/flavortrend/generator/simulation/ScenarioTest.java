package io.flavortrend.generator.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.flavortrend.contracts.cdc.OrderStatus;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What each scenario does to its city, and that it passes; the other city must not notice. */
final class ScenarioTest {
  // A Friday's late afternoon in Tunis: no rush of its own, and the evening is still to come.
  private static final long START = Micros.of(Instant.parse("2026-11-20T10:00:00Z"));
  private static final long BEGINS = START + 2 * Micros.HOUR;
  private static final long ENDS = BEGINS + Micros.HOUR;
  private static final Pace STEADY = new Pace(0.5, true, null);
  private static final int CITY = 1;
  private static final int OTHER = 2;

  /** What one city was like over an hour, against the same hour without a scenario. */
  private record Hour(double orders, double deliveryMinutes, double rideMinutes, double pressure) {}

  @Test
  void rainSlowsTheRidesAndWetsTheRecords() {
    Run rain = new Run(ScenarioKind.RAIN);
    Run dry = new Run(null);
    assertThat(rain.during(CITY).rideMinutes())
        .isGreaterThan(1.25 * dry.during(CITY).rideMinutes());
    assertThat(rain.during(CITY).deliveryMinutes())
        .isGreaterThan(1.08 * dry.during(CITY).deliveryMinutes());
    assertThat(rain.wettest(BEGINS, ENDS)).isGreaterThan(9);
    assertThat(rain.wettest(ENDS, ENDS + Micros.HOUR)).isLessThan(5);
    assertNormalAfterwardsAndElsewhere(rain, dry);
  }

  @Test
  void rainMakesMorePeopleOrder() {
    Pace natural = new Pace(0.5, false, null);
    Run rain = new Run(ScenarioKind.RAIN, natural);
    Run dry = new Run(null, natural);
    assertThat(rain.during(CITY).orders()).isGreaterThan(1.15 * dry.during(CITY).orders());
    assertThat(rain.during(CITY).pressure()).isGreaterThan(1.2 * dry.during(CITY).pressure());
  }

  @Test
  void promoMakesMorePeopleOrder() {
    Run promo = new Run(ScenarioKind.PROMO);
    Run plain = new Run(null);
    assertThat(promo.during(CITY).orders()).isGreaterThan(1.8 * plain.during(CITY).orders());
    assertThat(promo.during(CITY).deliveryMinutes())
        .isGreaterThan(1.1 * plain.during(CITY).deliveryMinutes());
    assertThat(promo.during(CITY).pressure()).isGreaterThan(1.5 * plain.during(CITY).pressure());
    assertNormalAfterwardsAndElsewhere(promo, plain);
  }

  @Test
  void outageLeavesOrdersWaiting() {
    Run outage = new Run(ScenarioKind.OUTAGE);
    Run plain = new Run(null);
    assertThat(outage.during(CITY).deliveryMinutes())
        .isGreaterThan(1.2 * plain.during(CITY).deliveryMinutes());
    assertThat(outage.during(CITY).pressure()).isGreaterThan(3 * plain.during(CITY).pressure());
    assertNormalAfterwardsAndElsewhere(outage, plain);
  }

  private static void assertNormalAfterwardsAndElsewhere(Run run, Run plain) {
    assertThat(run.after(CITY).orders())
        .isBetween(0.85 * plain.after(CITY).orders(), 1.15 * plain.after(CITY).orders());
    assertThat(run.after(CITY).deliveryMinutes())
        .isBetween(
            0.9 * plain.after(CITY).deliveryMinutes(), 1.1 * plain.after(CITY).deliveryMinutes());
    assertThat(run.during(OTHER).deliveryMinutes())
        .isBetween(
            0.9 * plain.during(OTHER).deliveryMinutes(),
            1.1 * plain.during(OTHER).deliveryMinutes());
  }

  /** Six hours with or without a scenario in the third. */
  private static final class Run {
    private final Map<Long, NewOrder> placed = new HashMap<>();
    private final Map<Long, Long> pickedUp = new HashMap<>();
    private final Map<Long, Long> delivered = new HashMap<>();
    private final Map<Long, Double> rain = new HashMap<>();
    private final Map<Integer, Map<Long, Double>> pressure = new HashMap<>();

    Run(ScenarioKind kind) {
      this(kind, STEADY);
    }

    Run(ScenarioKind kind, Pace pace) {
      Ledger ledger = new Ledger(Worlds.small());
      Simulation simulation =
          new Simulation(
              1,
              Worlds.small(),
              pace,
              START,
              change -> {
                ledger.accept(change);
                note(change);
              });
      simulation.takeUp(List.of());
      simulation.advanceTo(START + 1);
      if (kind != null) {
        simulation.put(new Scenario(1, kind, CITY, BEGINS, ENDS, 1));
      }
      for (long at = START; at <= ENDS + 3 * Micros.HOUR; at += 5 * Micros.MINUTE) {
        simulation.advanceTo(at);
        for (int city : List.of(CITY, OTHER)) {
          pressure
              .computeIfAbsent(city, id -> new HashMap<>())
              .put(at, open(city) / (1.0 + ledger.idleCouriers(city)));
        }
      }
    }

    Hour during(int city) {
      return hour(city, BEGINS, ENDS);
    }

    /** An hour is given to what has piled up. */
    Hour after(int city) {
      return hour(city, ENDS + Micros.HOUR, ENDS + 2 * Micros.HOUR);
    }

    double wettest(long from, long to) {
      return rain.entrySet().stream()
          .filter(entry -> entry.getKey() >= from && entry.getKey() < to)
          .mapToDouble(Map.Entry::getValue)
          .max()
          .orElse(0);
    }

    private void note(Change change) {
      if (change instanceof Change.OrderPlaced order) {
        placed.put(order.order().id(), order.order());
      } else if (change instanceof Change.OrderMoved moved) {
        if (moved.status() == OrderStatus.PICKED_UP) {
          pickedUp.put(moved.orderId(), moved.at());
        } else if (moved.status().isTerminal()) {
          delivered.put(moved.orderId(), moved.status() == OrderStatus.DELIVERED ? moved.at() : 0L);
        }
      } else if (change instanceof Change.WeatherObserved weather && weather.cityId() == CITY) {
        rain.put(weather.at(), weather.rainMm());
      }
    }

    private long open(int city) {
      return placed.values().stream()
          .filter(order -> order.cityId() == city && !delivered.containsKey(order.id()))
          .count();
    }

    private Hour hour(int city, long from, long to) {
      List<NewOrder> all =
          placed.values().stream()
              .filter(order -> order.cityId() == city)
              .filter(order -> order.placedAt() >= from && order.placedAt() < to)
              .toList();
      List<NewOrder> brought =
          all.stream().filter(order -> delivered.getOrDefault(order.id(), 0L) > 0).toList();
      return new Hour(
          all.size(),
          brought.stream()
              .mapToDouble(order -> minutes(order.placedAt(), delivered.get(order.id())))
              .average()
              .orElse(0),
          brought.stream()
              .mapToDouble(order -> minutes(pickedUp.get(order.id()), delivered.get(order.id())))
              .average()
              .orElse(0),
          pressure.get(city).entrySet().stream()
              .filter(entry -> entry.getKey() > from + 20 * Micros.MINUTE && entry.getKey() <= to)
              .mapToDouble(Map.Entry::getValue)
              .average()
              .orElse(0));
    }

    private static double minutes(long from, long to) {
      return (to - from) / (double) Micros.MINUTE;
    }
  }
}
