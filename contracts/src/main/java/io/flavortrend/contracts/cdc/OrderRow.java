package io.flavortrend.contracts.cdc;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code public.orders} as captured. Instants have microseconds; a stage's time is null
 * until the order has passed it, and may stay null where the source did not record it.
 *
 * @param totalAmount in {@code currency}, three decimals
 * @param promisedAt when the customer was told the order would arrive; null where unknown
 * @param distanceKm from restaurant to customer; null where unknown
 * @param updatedAt when the application last changed the row
 */
public record OrderRow(
    long id,
    long customerId,
    long restaurantId,
    @Nullable Long courierId,
    int cityId,
    OrderStatus status,
    Instant placedAt,
    @Nullable Instant acceptedAt,
    @Nullable Instant assignedAt,
    @Nullable Instant readyAt,
    @Nullable Instant pickedUpAt,
    @Nullable Instant deliveredAt,
    @Nullable Instant cancelledAt,
    @Nullable Instant promisedAt,
    @Nullable BigDecimal distanceKm,
    @Nullable Integer itemCount,
    BigDecimal totalAmount,
    String currency,
    @Nullable Double dropoffLatitude,
    @Nullable Double dropoffLongitude,
    Instant updatedAt) {}
