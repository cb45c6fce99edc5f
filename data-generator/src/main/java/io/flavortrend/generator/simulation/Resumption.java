package io.flavortrend.generator.simulation;

import io.flavortrend.contracts.cdc.OrderStatus;
import io.flavortrend.generator.roads.RoadNetwork;
import io.flavortrend.generator.world.City;
import io.flavortrend.generator.world.CourierStatus;
import io.flavortrend.generator.world.Place;
import io.flavortrend.generator.world.Restaurant;
import io.flavortrend.generator.world.Vehicle;
import io.flavortrend.generator.world.World;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes up orders where the database has them: the same draws, counted from the times recorded.
 * Orders of late, closed ones too, are gone through again in the order of time, for what they left
 * behind: the queue in each kitchen, where each courier is, the reviews to come. What is overdue
 * happens at the time at which it was due, and never before what came before it.
 */
final class Resumption {
  private final Map<Integer, Integer> marketOf = new HashMap<>();
  private final Map<Long, Courier> couriers;
  private final List<RoadNetwork> roads;
  private final double scale;
  private final long now;
  private final Lifecycle lifecycle;
  private final World world;
  private final Map<Long, Place> restaurants = new HashMap<>();

  Resumption(
      World world,
      Map<Long, Courier> couriers,
      List<RoadNetwork> roads,
      double scale,
      long now,
      Lifecycle lifecycle) {
    this.world = world;
    this.couriers = couriers;
    this.roads = roads;
    this.scale = scale;
    this.now = now;
    this.lifecycle = lifecycle;
    for (int i = 0; i < world.markets().size(); i++) {
      marketOf.put(world.markets().get(i).city().id(), i);
      for (Restaurant found : world.markets().get(i).restaurants()) {
        restaurants.put(found.id(), new Place(found.latitude(), found.longitude()));
      }
    }
  }

  /** Something that is known to have happened. */
  private record Past(long at, Runnable event) {}

  void resume(List<StoredOrder> stored) {
    List<Past> past = new ArrayList<>();
    for (StoredOrder found : stored) {
      Integer market = marketOf.get(found.order().cityId());
      if (market != null) {
        remember(life(found, market), found, past);
      }
    }
    past.sort(Comparator.comparingLong(Past::at));
    past.forEach(each -> each.event().run());
  }

  private void remember(OrderLife order, StoredOrder found, List<Past> past) {
    if (found.status() == OrderStatus.PLACED) {
      past.add(new Past(order.placed.placedAt(), () -> lifecycle.placed(order)));
      return;
    }
    if (!found.status().isTerminal()) {
      lifecycle.found();
    }
    if (found.acceptedAt() > 0) {
      past.add(new Past(order.acceptedAt, () -> accepted(order)));
    }
    Courier courier = order.courier;
    if (courier != null) {
      past.add(new Past(order.assignedAt, () -> lifecycle.assigned(order, courier)));
      if (found.status() == OrderStatus.READY) {
        past.add(new Past(order.readyAt, () -> lifecycle.awaitPickUp(order)));
      }
      if (found.pickedUpAt() > 0) {
        past.add(new Past(order.pickedUpAt, () -> pickedUp(order, courier)));
      }
    }
    if (found.status().isTerminal()) {
      past.add(new Past(found.updatedAt(), () -> closed(order)));
    }
  }

  private void accepted(OrderLife order) {
    if (order.status.compareTo(OrderStatus.READY) >= 0) {
      lifecycle.cook(order);
      return;
    }
    lifecycle.cooking(order);
    if (order.status == OrderStatus.ACCEPTED) {
      lifecycle.planDispatch(order);
    }
  }

  private void pickedUp(OrderLife order, Courier courier) {
    OrderLife before = null;
    for (OrderLife each : Bag.inOrderOfDoors(courier.bag)) {
      if (each == order) {
        break;
      }
      before = each.pickedUpAt == order.pickedUpAt ? each : before;
    }
    if (before != null && before.trip == null) {
      lifecycle.onTheRoad(before, null);
    }
    lifecycle.onTheRoad(order, before);
    if (order.status == OrderStatus.PICKED_UP) {
      lifecycle.bring(order);
    }
  }

  private void closed(OrderLife order) {
    Courier courier = order.courier;
    if (courier != null) {
      courier.bag.remove(order);
      if (order.status == OrderStatus.DELIVERED) {
        courier.stoodAt(order.dropoff(), order.closedAt);
      }
    }
    if (order.status == OrderStatus.DELIVERED) {
      lifecycle.awaitReview(order, now);
    }
  }

  private OrderLife life(StoredOrder found, int market) {
    Place restaurant = restaurant(found, market);
    OrderLife order =
        new OrderLife(
            found.order(), market, restaurant, roads.get(market).routesFrom(restaurant), scale);
    long placedAt = found.order().placedAt();
    order.status = found.status();
    order.statusAt =
        found.status() == OrderStatus.PLACED ? placedAt : Math.max(placedAt, found.updatedAt());
    order.courier = courier(found);
    order.acceptedAt = Math.max(found.acceptedAt(), placedAt);
    order.assignedAt = Math.max(found.assignedAt(), order.acceptedAt);
    order.readyAt = Math.max(found.readyAt(), order.assignedAt);
    order.pickedUpAt = Math.max(found.pickedUpAt(), order.readyAt);
    order.closedAt = found.status().isTerminal() ? found.updatedAt() : 0;
    return order;
  }

  private Place restaurant(StoredOrder found, int market) {
    Place known = restaurants.get(found.order().restaurantId());
    City city = world.markets().get(market).city();
    return known != null ? known : new Place(city.latitude(), city.longitude());
  }

  private @Nullable Courier courier(StoredOrder found) {
    Long id = found.courierId();
    if (id == null) {
      return null;
    }
    Place door = new Place(found.order().dropoffLatitude(), found.order().dropoffLongitude());
    return couriers.computeIfAbsent(
        id,
        unknown ->
            new Courier(
                unknown,
                found.order().cityId(),
                Vehicle.SCOOTER,
                CourierStatus.BUSY,
                door,
                found.updatedAt()));
  }
}
