package io.flavortrend.contracts.cdc;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code public.order_reviews} as captured.
 *
 * @param rating 1 to 5 stars
 * @param comment what the customer wrote; null where only stars were given
 * @param language ISO 639-1 code; null where unknown
 */
public record ReviewRow(
    long id,
    long orderId,
    long restaurantId,
    @Nullable Long courierId,
    int rating,
    @Nullable String comment,
    @Nullable String language,
    Instant createdAt,
    Instant updatedAt) {}
