package io.flavortrend.generator.simulation;

import io.flavortrend.contracts.cdc.OrderStatus;
import io.flavortrend.generator.world.CourierStatus;
import io.flavortrend.generator.world.Restaurant;
import io.flavortrend.generator.world.Vehicle;
import io.flavortrend.generator.world.World;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes up orders where the database has them. What is overdue happens at the time at which it was
 * due, and never before what came before it: the same draws, counted from the times recorded.
 */
final class Resumption {
  private final Map<Integer, Integer> marketOf;
  private final Map<Long, Courier> couriers;
  private final double scale;
  private final Lifecycle lifecycle;
  private final World world;
  private final Map<Long, Place> restaurants = new HashMap<>();

  Resumption(
      World world,
      Map<Integer, Integer> marketOf,
      Map<Long, Courier> couriers,
      double scale,
      Lifecycle lifecycle) {
    this.world = world;
    this.marketOf = marketOf;
    this.couriers = couriers;
    this.scale = scale;
    this.lifecycle = lifecycle;
    world
        .markets()
        .forEach(
            market -> {
              for (Restaurant found : market.restaurants()) {
                restaurants.put(found.id(), new Place(found.latitude(), found.longitude()));
              }
            });
  }

  void resume(OpenOrder found) {
    Integer market = marketOf.get(found.order().cityId());
    if (market == null) {
      return;
    }
    OrderLife order = new OrderLife(found.order(), market, restaurant(found, market), scale);
    order.status = found.status();
    order.statusAt = Math.max(found.order().placedAt(), found.updatedAt());
    order.courier = courier(found);
    if (found.status() == OrderStatus.PLACED) {
      order.statusAt = found.order().placedAt();
      lifecycle.placed(order);
      return;
    }
    lifecycle.found();
    long placedAt = found.order().placedAt();
    order.acceptedAt = Math.max(found.acceptedAt(), placedAt);
    order.assignedAt = Math.max(found.assignedAt(), order.acceptedAt);
    order.pickedUpAt = Math.max(found.pickedUpAt(), order.assignedAt);
    switch (found.status()) {
      case ACCEPTED -> {
        lifecycle.cooking(order);
        lifecycle.planDispatch(order);
      }
      case ASSIGNED -> {
        lifecycle.cooking(order);
        lifecycle.awaitReady(order);
      }
      case READY -> lifecycle.awaitPickUp(order);
      default -> lifecycle.awaitDelivery(order);
    }
  }

  private Place restaurant(OpenOrder found, int market) {
    Place known = restaurants.get(found.order().restaurantId());
    var city = world.markets().get(market).city();
    return known != null ? known : new Place(city.latitude(), city.longitude());
  }

  private @Nullable Courier courier(OpenOrder found) {
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
