package io.flavortrend.generator.simulation;

import io.flavortrend.contracts.cdc.OrderStatus;
import io.flavortrend.generator.world.World;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Lives orders again and again from the moment at which they were placed: the same kitchens,
 * couriers and open orders, another future each time. How far the median of the futures is from
 * what came about is the error that nobody can avoid who knows all there is to know when an order
 * is placed. Writes nothing anywhere.
 */
public final class Resimulation {
  private final int futures;
  private final int wanted;
  private final long firstAt;
  private final long every;
  private final Simulation simulation;
  private final Map<Integer, Integer> marketOf = new HashMap<>();
  private final Map<Long, double[]> open = new HashMap<>();
  private final Map<Long, NewOrder> orders = new HashMap<>();
  private final List<Relived> done = new ArrayList<>();

  /**
   * @param start when the business opens, microseconds since 1970
   * @param warmUp orders of that time are not taken, microseconds
   * @param span over which the orders are spread, microseconds
   * @param orders how many orders are lived again
   * @param futures how often each
   */
  public Resimulation(
      long seed,
      World world,
      Pace pace,
      long start,
      long warmUp,
      long span,
      int orders,
      int futures) {
    this.futures = futures;
    this.wanted = orders;
    this.firstAt = start + warmUp;
    // A margin: cancelled orders have no delivery time, and days are not alike.
    double expected = pace.ordersPerSecond() * span / Micros.SECOND;
    this.every = Math.max(1, (long) (0.8 * expected / orders));
    this.simulation = new Simulation(seed, world, pace, start, this::note);
    for (int i = 0; i < world.markets().size(); i++) {
      marketOf.put(world.markets().get(i).city().id(), i);
    }
    simulation.takeUp(List.of());
  }

  /**
   * An order and its futures, in minutes from placed to delivered.
   *
   * @param actual as it came about
   * @param median of the futures, those left out in which the order was cancelled
   * @param p10 a tenth of the futures is shorter
   * @param p90 a tenth of the futures is longer
   */
  public record Relived(
      long orderId,
      int cityId,
      long restaurantId,
      double distanceKm,
      double actual,
      double median,
      double p10,
      double p90) {}

  /** Lives until as many orders as wanted are delivered. */
  public List<Relived> run() {
    while (done.size() < wanted) {
      simulation.advanceTo(simulation.nextDueAt());
    }
    return List.copyOf(done.subList(0, wanted));
  }

  private void note(Change change) {
    if (change instanceof Change.OrderPlaced placed) {
      NewOrder order = placed.order();
      if (order.placedAt() >= firstAt && order.id() % every == 0 && done.size() < wanted) {
        orders.put(order.id(), order);
        open.put(order.id(), futures(order));
      }
    } else if (change instanceof Change.OrderMoved moved && moved.status().isTerminal()) {
      NewOrder order = orders.remove(moved.orderId());
      double[] minutes = open.remove(moved.orderId());
      if (order != null && minutes != null && moved.status() == OrderStatus.DELIVERED) {
        Relived relived = relived(order, minutes, moved.at());
        if (relived != null) {
          done.add(relived);
        }
      }
    }
  }

  private double[] futures(NewOrder order) {
    OrderLife placing = simulation.placing();
    int market = marketOf.getOrDefault(order.cityId(), 0);
    return IntStream.range(0, futures)
        .parallel()
        .mapToObj(number -> simulation.future(market, number).live(placing))
        .filter(life -> life.deliveryDueAt > 0)
        .mapToDouble(life -> minutes(order, life.deliveryDueAt))
        .sorted()
        .toArray();
  }

  private static @Nullable Relived relived(NewOrder order, double[] sorted, long deliveredAt) {
    if (sorted.length == 0) {
      return null;
    }
    return new Relived(
        order.id(),
        order.cityId(),
        order.restaurantId(),
        order.distanceMetres() / 1_000.0,
        minutes(order, deliveredAt),
        sorted[sorted.length / 2],
        sorted[sorted.length / 10],
        sorted[sorted.length - 1 - sorted.length / 10]);
  }

  private static double minutes(NewOrder order, long at) {
    return (at - order.placedAt()) / (double) Micros.MINUTE;
  }
}
