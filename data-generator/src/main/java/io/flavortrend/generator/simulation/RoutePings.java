package io.flavortrend.generator.simulation;

import io.flavortrend.generator.roads.RoadNetwork;
import io.flavortrend.generator.simulation.Agenda.Entry;
import io.flavortrend.generator.simulation.Agenda.Kind;
import io.flavortrend.generator.world.Place;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Where carrying couriers are, each at one interval; a tenth of them reports at a time, so that
 * reports come as a stream and not as a wave. They follow the streets.
 */
final class RoutePings {
  /** Positions of one order that fit the ids reserved for it. */
  private static final int MAX_PER_ORDER = 1_000;

  private static final int GROUPS = 10;

  private final Agenda agenda;
  private final List<RoadNetwork> roads;
  private final Consumer<Change> sink;
  private final Set<OrderLife> carrying = new LinkedHashSet<>();
  private long interval;
  private long epoch;
  private long tick;

  /**
   * @param roads of each market
   */
  RoutePings(Agenda agenda, List<RoadNetwork> roads, Consumer<Change> sink) {
    this.agenda = agenda;
    this.roads = List.copyOf(roads);
    this.sink = sink;
  }

  /** Starts at that interval in microseconds, or stops where it is 0. */
  void every(long newInterval, long at) {
    if (newInterval == interval) {
      return;
    }
    interval = newInterval;
    epoch++;
    if (interval > 0) {
      agenda.add(at + interval / GROUPS, Kind.PINGS, null, epoch);
    }
  }

  void pickedUp(OrderLife order) {
    carrying.add(order);
  }

  void delivered(OrderLife order) {
    carrying.remove(order);
  }

  void record(Entry due) {
    if (due.epoch() != epoch) {
      return;
    }
    long group = tick++ % GROUPS;
    Map<Integer, List<Change.Ping>> byCity = new TreeMap<>();
    for (OrderLife order : carrying) {
      long count = (due.at() - order.pickedUpAt) / interval;
      Courier courier = order.courier;
      Trip trip = order.trip;
      if (order.placed.id() % GROUPS == group
          && courier != null
          && trip != null
          && count < MAX_PER_ORDER) {
        Place at = trip.at(due.at(), roads.get(order.market));
        byCity
            .computeIfAbsent(order.placed.cityId(), city -> new ArrayList<>())
            .add(
                new Change.Ping(
                    order.placed.id() * MAX_PER_ORDER + count,
                    order.placed.id(),
                    courier.id,
                    at.latitude(),
                    at.longitude()));
      }
    }
    byCity.forEach(
        (city, found) -> sink.accept(new Change.PingsRecorded(city, due.at(), List.copyOf(found))));
    agenda.add(due.at() + interval / GROUPS, Kind.PINGS, null, epoch);
  }
}
