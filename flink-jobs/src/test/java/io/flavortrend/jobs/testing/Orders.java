package io.flavortrend.jobs.testing;

import io.flavortrend.contracts.cdc.OrderRow;
import io.flavortrend.contracts.cdc.OrderStatus;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An order under construction; every method gives a new one. */
public record Orders(
    long id,
    int cityId,
    @Nullable Long courierId,
    OrderStatus status,
    Instant placedAt,
    @Nullable Instant assignedAt,
    @Nullable Instant pickedUpAt,
    @Nullable Instant deliveredAt,
    @Nullable Instant cancelledAt,
    String amount) {

  public static Orders placed(long id, int cityId, Instant at) {
    return new Orders(id, cityId, null, OrderStatus.PLACED, at, null, null, null, null, "10.500");
  }

  public Orders assigned(long courier, Instant at) {
    return new Orders(
        id,
        cityId,
        courier,
        OrderStatus.ASSIGNED,
        placedAt,
        at,
        pickedUpAt,
        deliveredAt,
        cancelledAt,
        amount);
  }

  public Orders pickedUp(Instant at) {
    return new Orders(
        id,
        cityId,
        courierId,
        OrderStatus.PICKED_UP,
        placedAt,
        assignedAt,
        at,
        deliveredAt,
        cancelledAt,
        amount);
  }

  public Orders delivered(Instant at) {
    return new Orders(
        id,
        cityId,
        courierId,
        OrderStatus.DELIVERED,
        placedAt,
        assignedAt,
        pickedUpAt,
        at,
        cancelledAt,
        amount);
  }

  public Orders cancelled(Instant at) {
    return new Orders(
        id,
        cityId,
        courierId,
        OrderStatus.CANCELLED,
        placedAt,
        assignedAt,
        pickedUpAt,
        deliveredAt,
        at,
        amount);
  }

  public Orders costing(String newAmount) {
    return new Orders(
        id,
        cityId,
        courierId,
        status,
        placedAt,
        assignedAt,
        pickedUpAt,
        deliveredAt,
        cancelledAt,
        newAmount);
  }

  public Orders in(int city) {
    return new Orders(
        id,
        city,
        courierId,
        status,
        placedAt,
        assignedAt,
        pickedUpAt,
        deliveredAt,
        cancelledAt,
        amount);
  }

  public Orders by(long courier) {
    return new Orders(
        id,
        cityId,
        courier,
        status,
        placedAt,
        assignedAt,
        pickedUpAt,
        deliveredAt,
        cancelledAt,
        amount);
  }

  /** The row as captured. */
  public OrderRow row() {
    return new OrderRow(
        id,
        1,
        1,
        courierId,
        cityId,
        status,
        placedAt,
        null,
        assignedAt,
        null,
        pickedUpAt,
        deliveredAt,
        cancelledAt,
        null,
        null,
        null,
        new BigDecimal(amount),
        "TND",
        null,
        null,
        placedAt);
  }
}
