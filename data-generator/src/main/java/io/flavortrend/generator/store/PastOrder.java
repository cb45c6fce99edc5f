package io.flavortrend.generator.store;

import io.flavortrend.contracts.cdc.OrderStatus;
import io.flavortrend.generator.simulation.Change;
import io.flavortrend.generator.simulation.NewOrder;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An order as its changes have left it. */
final class PastOrder {
  static final String COLUMNS =
      "orders (id, customer_id, restaurant_id, courier_id, city_id, status, placed_at, accepted_at,"
          + " assigned_at, ready_at, picked_up_at, delivered_at, cancelled_at, promised_at,"
          + " distance_km, item_count, total_amount, currency, dropoff_latitude, dropoff_longitude,"
          + " updated_at)";

  final NewOrder placed;
  private final Map<OrderStatus, Long> reached = new EnumMap<>(OrderStatus.class);
  private OrderStatus status = OrderStatus.PLACED;
  private long updatedAt;
  private @Nullable Long courierId;

  PastOrder(NewOrder placed) {
    this.placed = placed;
    this.updatedAt = placed.placedAt();
    reached.put(OrderStatus.PLACED, placed.placedAt());
  }

  void move(Change.OrderMoved moved) {
    status = moved.status();
    updatedAt = moved.at();
    reached.put(status, moved.at());
    if (moved.courierId() != null) {
      courierId = moved.courierId();
    }
  }

  void add(CopyRows rows) {
    rows.number(placed.id())
        .number(placed.customerId())
        .number(placed.restaurantId())
        .number(courierId)
        .number(placed.cityId())
        .text(status.code());
    for (OrderStatus stage : OrderStatus.values()) {
      rows.instant(reached.get(stage));
    }
    rows.instant(placed.promisedAt())
        .thousandths(placed.distanceMetres())
        .number(placed.itemCount())
        .thousandths(placed.totalMillis())
        .text(placed.currency())
        .decimal(placed.dropoffLatitude())
        .decimal(placed.dropoffLongitude())
        .instant(updatedAt)
        .end();
  }
}
