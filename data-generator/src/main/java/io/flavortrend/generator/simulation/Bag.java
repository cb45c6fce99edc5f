package io.flavortrend.generator.simulation;

import java.util.Comparator;
import java.util.List;

/** In which order a courier brings what it has. */
final class Bag {
  private static final Comparator<OrderLife> NEAREST_FIRST =
      Comparator.<OrderLife>comparingDouble(order -> order.routes.effortTo(order.dropoff()))
          .thenComparingLong(order -> order.placed.id());

  private Bag() {}

  static List<OrderLife> inOrderOfDoors(List<OrderLife> bag) {
    return bag.stream().sorted(NEAREST_FIRST).toList();
  }
}
