package io.flavortrend.webapi.restaurants;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A restaurant as its newest features tell it; null is unknown, never 0.
 *
 * @param name null where its row is gone, as its city's
 * @param openOrders placed and not yet left
 * @param prepMinutes mean over the orders ready in the last hour
 * @param usualPrepMinutes mean over 30 days, the newest days weighing most
 * @param ordersLastHour placed in the last hour
 * @param cancelRate share cancelled of those that ended in the last hour, 0 to 1
 * @param eventTime from when on all this holds
 */
record LiveRestaurant(
    long id,
    @Nullable String name,
    @Nullable Integer cityId,
    @Nullable String cityName,
    RestaurantStatus status,
    @Nullable Long openOrders,
    @Nullable Double prepMinutes,
    @Nullable Double usualPrepMinutes,
    @Nullable Long ordersLastHour,
    @Nullable Double cancelRate,
    Instant eventTime,
    long ageMs,
    long version) {}
