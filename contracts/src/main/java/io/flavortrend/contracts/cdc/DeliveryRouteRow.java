package io.flavortrend.contracts.cdc;

import java.time.Instant;

/** A row of {@code public.delivery_routes} as captured: one GPS ping of a courier, WGS 84. */
public record DeliveryRouteRow(
    long id,
    long orderId,
    long courierId,
    double latitude,
    double longitude,
    Instant recordedAt,
    Instant updatedAt) {}
