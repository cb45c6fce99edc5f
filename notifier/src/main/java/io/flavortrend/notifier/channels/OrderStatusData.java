package io.flavortrend.notifier.channels;

import io.flavortrend.contracts.cdc.CdcRecord.Change;
import io.flavortrend.contracts.cdc.OrderRow;
import io.flavortrend.contracts.cdc.OrderStatus;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What clients of {@code order_status} get.
 *
 * @param occurredAt when the order came to this status
 * @param committedAt when PostgreSQL committed it
 * @param capturedAt when it was read from the write-ahead log
 */
public record OrderStatusData(
    long orderId,
    int cityId,
    long restaurantId,
    @Nullable Long courierId,
    OrderStatus status,
    Instant placedAt,
    @Nullable Instant promisedAt,
    @Nullable Instant deliveredAt,
    @Nullable Instant cancelledAt,
    BigDecimal totalAmount,
    String currency,
    Instant occurredAt,
    Instant committedAt,
    Instant capturedAt) {

  static OrderStatusData of(OrderRow order, Change<OrderRow> change, Instant occurredAt) {
    return new OrderStatusData(
        order.id(),
        order.cityId(),
        order.restaurantId(),
        order.courierId(),
        order.status(),
        order.placedAt(),
        order.promisedAt(),
        order.deliveredAt(),
        order.cancelledAt(),
        order.totalAmount(),
        order.currency(),
        occurredAt,
        change.source().committedAt(),
        change.capturedAt());
  }
}
