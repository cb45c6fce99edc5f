package io.flavortrend.generator.simulation;

import io.flavortrend.contracts.cdc.OrderStatus;
import org.jspecify.annotations.Nullable;

/** An open order and what is to become of it. Times are microseconds since 1970, 0 = not yet. */
final class OrderLife {
  final NewOrder placed;
  final int market;
  final Place restaurant;

  /** The factor by which this order's stages are compressed. */
  final double scale;

  OrderStatus status = OrderStatus.PLACED;
  @Nullable Courier courier;
  long statusAt;
  long acceptedAt;
  long assignedAt;
  long kitchenReadyAt;
  long courierThereAt;
  long pickedUpAt;
  long deliveryDueAt;
  long closedAt;

  OrderLife(NewOrder placed, int market, Place restaurant, double scale) {
    this.placed = placed;
    this.market = market;
    this.restaurant = restaurant;
    this.scale = scale;
    this.statusAt = placed.placedAt();
  }

  /** The status that follows, at a time behind that of the one before. */
  long reach(OrderStatus next, long at) {
    status = next;
    statusAt = Math.max(at, statusAt + 1);
    return statusAt;
  }

  /** A natural duration as this order lives it; at least a millisecond. */
  long scaled(long duration) {
    return Math.max(1_000, (long) (duration * scale));
  }

  Place dropoff() {
    return new Place(placed.dropoffLatitude(), placed.dropoffLongitude());
  }
}
