package io.flavortrend.generator.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.flavortrend.generator.simulation.Resimulation.Relived;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ResimulationTest {
  private static final long START = Micros.of(Instant.parse("2026-11-20T09:00:00Z"));
  private static final Pace PACE = new Pace(0.2, false, null);

  @Test
  void cannotBeBeatenByANumberAndKnowsHowSureItIs() {
    List<Relived> relived = relive(1);
    double floor = mae(relived, relived.stream().mapToDouble(Relived::median).toArray());
    double median =
        relived.stream().mapToDouble(Relived::actual).sorted().toArray()[relived.size() / 2];
    double constant = mae(relived, relived.stream().mapToDouble(each -> median).toArray());
    assertThat(floor).isPositive().isLessThan(0.85 * constant);
    long inside =
        relived.stream()
            .filter(each -> each.actual() >= each.p10() && each.actual() <= each.p90())
            .count();
    assertThat(inside / (double) relived.size()).isBetween(0.6, 0.95);
  }

  @Test
  void isTheSameEachTimeAndLeavesTheSimulationAsItIs() {
    assertThat(relive(1)).isEqualTo(relive(1));
    List<Change> watched = new ArrayList<>();
    List<Change> left = new ArrayList<>();
    Simulation[] watching = new Simulation[1];
    watching[0] =
        new Simulation(
            1,
            Worlds.small(),
            PACE,
            START,
            change -> {
              watched.add(change);
              if (change instanceof Change.OrderPlaced placed && placed.order().id() % 10 == 0) {
                OrderLife order = watching[0].placing();
                watching[0].future(order.market, 5).live(order);
              }
            });
    Simulation leaving = new Simulation(1, Worlds.small(), PACE, START, left::add);
    for (Simulation simulation : List.of(watching[0], leaving)) {
      simulation.takeUp(List.of());
      simulation.advanceTo(START + Micros.HOUR);
    }
    assertThat(watched.size()).isEqualTo(left.size());
    assertThat(watched.equals(left)).isTrue();
  }

  private static List<Relived> relive(long seed) {
    return new Resimulation(seed, Worlds.small(), PACE, START, Micros.HOUR, 4 * Micros.HOUR, 60, 21)
        .run();
  }

  private static double mae(List<Relived> relived, double[] expected) {
    double sum = 0;
    for (int i = 0; i < expected.length; i++) {
      sum += Math.abs(relived.get(i).actual() - expected[i]);
    }
    return sum / expected.length;
  }
}
