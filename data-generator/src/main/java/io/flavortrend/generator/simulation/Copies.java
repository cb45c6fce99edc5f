package io.flavortrend.generator.simulation;

import java.util.IdentityHashMap;
import java.util.Map;

/** Copies of orders and couriers that hold on to each other as the originals do. */
final class Copies {
  private final Map<OrderLife, OrderLife> orders = new IdentityHashMap<>();
  private final Map<Courier, Courier> couriers = new IdentityHashMap<>();

  OrderLife of(OrderLife original) {
    OrderLife known = orders.get(original);
    if (known != null) {
      return known;
    }
    OrderLife copy = new OrderLife(original);
    orders.put(original, copy);
    Courier courier = original.courier;
    copy.courier = courier == null ? null : of(courier);
    return copy;
  }

  Courier of(Courier original) {
    Courier known = couriers.get(original);
    if (known != null) {
      return known;
    }
    Courier copy = new Courier(original);
    couriers.put(original, copy);
    original.bag.forEach(order -> copy.bag.add(of(order)));
    return copy;
  }
}
