package io.flavortrend.generator.store;

import io.flavortrend.generator.simulation.Change;
import io.flavortrend.generator.simulation.NewOrder;
import java.util.ArrayList;
import java.util.List;

/** Changes that touch no row twice, and can therefore be written by one statement for each kind. */
final class Round {
  /** A line of an order with its number. */
  record Item(NewOrder order, int number, NewOrder.Line line) {}

  /** A position and when it was. */
  record DatedPing(Change.Ping ping, long at) {}

  final List<NewOrder> placed = new ArrayList<>();
  final List<Item> items = new ArrayList<>();
  final List<Change.OrderMoved> moved = new ArrayList<>();
  final List<Change.CourierChange> hired = new ArrayList<>();
  final List<Change.CourierChange> couriers = new ArrayList<>();
  final List<Change.ReviewWritten> reviews = new ArrayList<>();
  final List<Change.WeatherObserved> weather = new ArrayList<>();
  final List<DatedPing> pings = new ArrayList<>();

  void place(NewOrder order) {
    placed.add(order);
    for (int i = 0; i < order.lines().size(); i++) {
      items.add(new Item(order, i + 1, order.lines().get(i)));
    }
  }

  void change(Change.CourierChange courier) {
    (courier.hired() ? hired : couriers).add(courier);
  }

  /** True where one statement writes it all, which then needs no transaction around it. */
  boolean isSingleStatement() {
    int kinds = 0;
    for (List<?> kind : List.of(placed, items, moved, hired, couriers, reviews, weather, pings)) {
      kinds += kind.isEmpty() ? 0 : 1;
    }
    return kinds <= 1;
  }
}
