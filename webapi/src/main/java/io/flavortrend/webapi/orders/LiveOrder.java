package io.flavortrend.webapi.orders;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order as it stands; a stage's time is null until the order has passed it.
 *
 * @param prediction of the newest stage that has one; null where none has
 */
record LiveOrder(
    long id,
    int cityId,
    String cityName,
    long restaurantId,
    String restaurantName,
    @Nullable Long courierId,
    String status,
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
    Instant updatedAt,
    @Nullable OrderPrediction prediction) {}
