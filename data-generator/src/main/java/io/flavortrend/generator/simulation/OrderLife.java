package io.flavortrend.generator.simulation;

import io.flavortrend.contracts.cdc.OrderStatus;
import io.flavortrend.generator.roads.Routes;
import io.flavortrend.generator.world.Place;
import org.jspecify.annotations.Nullable;

/** An open order and what is to become of it. Times are microseconds since 1970, 0 = not yet. */
final class OrderLife {
  final NewOrder placed;
  final int market;
  final Place restaurant;

  /** The ways from and to the restaurant. */
  final Routes routes;

  /** The factor by which this order's stages are compressed. */
  final double scale;

  OrderStatus status = OrderStatus.PLACED;
  @Nullable Courier courier;

  /** The way from the restaurant to the door; null until the order is picked up. */
  @Nullable Trip trip;

  /** Whether it is planned when the customer gives up waiting for a courier. */
  boolean mayGiveUp;

  long statusAt;
  long acceptedAt;
  long assignedAt;
  long kitchenReadyAt;
  long courierThereAt;
  long readyAt;
  long pickedUpAt;
  long deliveryDueAt;
  long closedAt;

  OrderLife(NewOrder placed, int market, Place restaurant, Routes routes, double scale) {
    this.placed = placed;
    this.market = market;
    this.restaurant = restaurant;
    this.routes = routes;
    this.scale = scale;
    this.statusAt = placed.placedAt();
  }

  /** A copy without its courier, for market 0 of another future. */
  OrderLife(OrderLife original) {
    this(original.placed, 0, original.restaurant, original.routes, original.scale);
    status = original.status;
    trip = original.trip;
    mayGiveUp = original.mayGiveUp;
    statusAt = original.statusAt;
    acceptedAt = original.acceptedAt;
    assignedAt = original.assignedAt;
    kitchenReadyAt = original.kitchenReadyAt;
    courierThereAt = original.courierThereAt;
    readyAt = original.readyAt;
    pickedUpAt = original.pickedUpAt;
    deliveryDueAt = original.deliveryDueAt;
    closedAt = original.closedAt;
  }

  /** The status that follows, at a time behind that of the one before. */
  long reach(OrderStatus next, long at) {
    status = next;
    statusAt = Math.max(at, statusAt + 1);
    return statusAt;
  }

  /** True while the courier is on the way to food that is not ready yet. */
  boolean isAwaited() {
    return status == OrderStatus.ASSIGNED;
  }

  /** A natural duration as this order lives it; at least a millisecond. */
  long scaled(long duration) {
    return Math.max(1_000, (long) (duration * scale));
  }

  /** A duration that this order lived as it would have been without compression. */
  long natural(long duration) {
    return (long) (duration / scale);
  }

  Place dropoff() {
    return new Place(placed.dropoffLatitude(), placed.dropoffLongitude());
  }
}
