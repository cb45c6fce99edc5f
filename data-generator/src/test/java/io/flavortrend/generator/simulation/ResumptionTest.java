package io.flavortrend.generator.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same seed gives the same orders, however often the process ends in between. */
final class ResumptionTest {
  private static final long START = Micros.of(Instant.parse("2026-11-20T09:00:00Z"));
  private static final long HOURS = 8;

  @ParameterizedTest
  @CsvSource({"0.05,false,", "0.6,false,", "0.5,true,", "20,true,40"})
  void givesTheSameOrdersThroughRestarts(double rate, boolean constant, Double lifecycle) {
    Pace pace = new Pace(rate, constant, lifecycle);
    long end = START + (lifecycle == null ? HOURS * Micros.HOUR : Micros.HOUR / 4);
    List<Change> uninterrupted = new ArrayList<>();
    Simulation whole = new Simulation(7, Worlds.small(), pace, START, uninterrupted::add);
    whole.takeUp(List.of());
    whole.advanceTo(end);

    List<Change> interrupted = new ArrayList<>();
    Ledger ledger = new Ledger(Worlds.small());
    long at = START;
    for (int part = 1; part <= 5; part++) {
      Simulation next =
          new Simulation(
              7,
              ledger.world(),
              pace,
              at,
              change -> {
                interrupted.add(change);
                ledger.accept(change);
              });
      next.takeUp(ledger.orders(at - 3 * Micros.HOUR));
      // Uneven parts, in uneven steps: neither the clock's speed nor its pauses matter.
      long until = part == 5 ? end : at + (end - START) / 5 + part * 7_654_321L;
      while (at < until) {
        at = Math.min(until, at + part * 5_234_567L);
        next.advanceTo(at);
      }
    }
    assertSame(business(interrupted), business(uninterrupted));
  }

  /** Names the first difference alone: a list of thousands against another says nothing. */
  private static void assertSame(List<Change> actual, List<Change> expected) {
    assertThat(expected).hasSizeGreaterThan(1_000);
    for (int i = 0; i < Math.min(actual.size(), expected.size()); i++) {
      assertThat(actual.get(i)).as("change %d", i).isEqualTo(expected.get(i));
    }
    assertThat(actual.size()).isEqualTo(expected.size());
  }

  /** Each start observes the hour's weather again, which a database then has already. */
  private static List<Change> business(List<Change> changes) {
    return changes.stream().filter(change -> !(change instanceof Change.WeatherObserved)).toList();
  }
}
