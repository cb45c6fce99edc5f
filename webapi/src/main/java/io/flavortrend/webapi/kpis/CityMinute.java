package io.flavortrend.webapi.kpis;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One city in one minute, as the job city-kpis wrote it.
 *
 * @param revenue total amount of the orders delivered in the minute, in the city's currency
 * @param avgDeliveryMinutes null where nothing was delivered
 * @param pressure 0 to 100; null where not computed
 */
record CityMinute(
    int cityId,
    Instant windowStart,
    long orders,
    long delivered,
    long cancelled,
    BigDecimal revenue,
    @Nullable Double avgDeliveryMinutes,
    int activeCouriers,
    @Nullable Double pressure,
    long version) {}
