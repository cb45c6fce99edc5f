package io.flavortrend.generator.study;

import io.flavortrend.contracts.cdc.OrderStatus;
import io.flavortrend.generator.simulation.Change;
import io.flavortrend.generator.simulation.Micros;
import io.flavortrend.generator.simulation.NewOrder;
import io.flavortrend.generator.simulation.Pace;
import io.flavortrend.generator.simulation.Simulation;
import io.flavortrend.generator.world.World;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The marginals of some simulated days. */
final class SimulatedMarginals {
  private static final ZoneId ZONE = ZoneId.of("Africa/Tunis");

  final Marginals marginals = new Marginals();
  private final Map<Long, NewOrder> open = new HashMap<>();
  private final Map<Long, Long> acceptedAt = new HashMap<>();
  private final Map<Long, Long> courierOf = new HashMap<>();
  private final Map<Long, Integer> load = new HashMap<>();
  private long day;
  private long cancelled;
  private long closed;

  private SimulatedMarginals() {}

  static SimulatedMarginals of(World world, long seed, double ordersPerSecond, int days) {
    SimulatedMarginals found = new SimulatedMarginals();
    long start = Micros.of(Instant.parse("2026-11-15T23:00:00Z"));
    Simulation simulation =
        new Simulation(seed, world, new Pace(ordersPerSecond, false, null), start, found::note);
    simulation.takeUp(List.of());
    simulation.advanceTo(start + days * 24 * Micros.HOUR);
    return found;
  }

  /** The share of orders that came to nothing. */
  double cancelledShare() {
    return (double) cancelled / Math.max(1, closed);
  }

  private void note(Change change) {
    if (change instanceof Change.OrderPlaced placed) {
      open.put(placed.order().id(), placed.order());
      marginals.hours.add(Micros.instant(placed.at()).atZone(ZONE).getHour());
      marginals.kilometres.add(placed.order().distanceMetres() / 1_000.0);
    } else if (change instanceof Change.OrderMoved moved) {
      moved(moved);
    }
  }

  private void moved(Change.OrderMoved moved) {
    if (moved.courierId() != null) {
      courierOf.put(moved.orderId(), moved.courierId());
    }
    if (moved.status() == OrderStatus.ACCEPTED) {
      acceptedAt.put(moved.orderId(), moved.at());
    } else if (moved.status() == OrderStatus.READY) {
      marginals.preparationMinutes.add(
          minutes(acceptedAt.getOrDefault(moved.orderId(), moved.at()), moved.at()));
    } else if (moved.status().isTerminal()) {
      close(moved);
    }
  }

  private void close(Change.OrderMoved moved) {
    closed++;
    NewOrder order = open.remove(moved.orderId());
    Long courier = courierOf.remove(moved.orderId());
    acceptedAt.remove(moved.orderId());
    if (moved.status() == OrderStatus.CANCELLED) {
      cancelled++;
    } else if (order != null) {
      marginals.deliveryMinutes.add(minutes(order.placedAt(), moved.at()));
      long today = Math.floorDiv(moved.at() + Micros.HOUR, 24 * Micros.HOUR);
      if (today != day) {
        load.values().forEach(marginals.courierLoad::add);
        load.clear();
        day = today;
      }
      if (courier != null) {
        load.merge(courier, 1, Integer::sum);
      }
    }
  }

  private static double minutes(long from, long to) {
    return (to - from) / (double) Micros.MINUTE;
  }
}
