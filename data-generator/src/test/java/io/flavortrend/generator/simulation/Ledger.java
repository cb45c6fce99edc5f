package io.flavortrend.generator.simulation;

import io.flavortrend.contracts.cdc.OrderStatus;
import io.flavortrend.generator.world.CourierRecord;
import io.flavortrend.generator.world.CourierStatus;
import io.flavortrend.generator.world.Market;
import io.flavortrend.generator.world.World;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Holds what a database would hold after the changes, and nothing else. */
final class Ledger implements Consumer<Change> {
  private final World opening;
  private final Map<Long, NewOrder> orders = new TreeMap<>();
  private final Map<Long, EnumMap<OrderStatus, Long>> reached = new HashMap<>();
  private final Map<Long, Long> courierOf = new HashMap<>();
  private final Map<Long, CourierRecord> couriers = new TreeMap<>();

  Ledger(World opening) {
    this.opening = opening;
    opening
        .markets()
        .forEach(market -> market.couriers().forEach(found -> couriers.put(found.id(), found)));
  }

  @Override
  public void accept(Change change) {
    if (change instanceof Change.OrderPlaced placed) {
      orders.put(placed.order().id(), placed.order());
      reached.put(placed.order().id(), new EnumMap<>(OrderStatus.class));
    } else if (change instanceof Change.OrderMoved moved) {
      reached.get(moved.orderId()).put(moved.status(), moved.at());
      if (moved.courierId() != null) {
        courierOf.put(moved.orderId(), moved.courierId());
      }
      if (moved.courier() != null) {
        put(moved.courier());
      }
    } else if (change instanceof Change.CourierChange courier) {
      put(courier);
    }
  }

  /** The world as a process finds it that starts now. */
  World world() {
    List<Market> markets = new ArrayList<>();
    for (Market market : opening.markets()) {
      markets.add(
          new Market(
              market.city(),
              market.restaurants(),
              market.customerIds(),
              couriers.values().stream()
                  .filter(courier -> courier.cityId() == market.city().id())
                  .toList()));
    }
    long lastOrder = orders.keySet().stream().mapToLong(id -> id).max().orElse(0);
    long lastCourier = couriers.keySet().stream().mapToLong(id -> id).max().orElse(0);
    return new World(
        markets,
        lastOrder + 1,
        Math.max(opening.nextCourierId(), lastCourier + 1),
        opening.holidays());
  }

  /** The open orders and those placed after a time. */
  List<StoredOrder> orders(long after) {
    List<StoredOrder> stored = new ArrayList<>();
    orders.forEach(
        (id, order) -> {
          EnumMap<OrderStatus, Long> times = reached.get(id);
          OrderStatus status =
              times.keySet().stream().reduce(OrderStatus.PLACED, (before, next) -> next);
          if (!status.isTerminal() || order.placedAt() > after) {
            stored.add(
                new StoredOrder(
                    order,
                    status,
                    courierOf.get(id),
                    times.getOrDefault(OrderStatus.ACCEPTED, 0L),
                    times.getOrDefault(OrderStatus.ASSIGNED, 0L),
                    times.getOrDefault(OrderStatus.READY, 0L),
                    times.getOrDefault(OrderStatus.PICKED_UP, 0L),
                    times.getOrDefault(status, order.placedAt())));
          }
        });
    return stored;
  }

  /** Couriers on duty with nothing to do. */
  long idleCouriers(int cityId) {
    return couriers.values().stream()
        .filter(found -> found.cityId() == cityId && found.status() == CourierStatus.IDLE)
        .count();
  }

  private void put(Change.CourierChange change) {
    couriers.put(
        change.courierId(),
        new CourierRecord(
            change.courierId(), change.cityId(), change.vehicle(), change.status(), change.at()));
  }
}
