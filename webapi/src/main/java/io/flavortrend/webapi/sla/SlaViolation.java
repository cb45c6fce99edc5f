package io.flavortrend.webapi.sla;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A limit that an order has broken.
 *
 * @param limitName accept, prepare, pick_up or deliver
 * @param dueAt when the limit passed
 * @param state open until the stage is reached; then closed, or withdrawn where it does not count
 *     any more
 * @param overrunMinutes how much later than due the stage was reached; null while open
 * @param historical true where it was learnt of long after it happened
 */
public record SlaViolation(
    long orderId,
    String limitName,
    int cityId,
    String cityName,
    long restaurantId,
    @Nullable String restaurantName,
    @Nullable Long courierId,
    double limitMinutes,
    Instant startedAt,
    Instant dueAt,
    String state,
    @Nullable Instant actualAt,
    @Nullable Double overrunMinutes,
    boolean historical,
    long version) {}
