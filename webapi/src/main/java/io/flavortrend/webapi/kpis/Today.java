package io.flavortrend.webapi.kpis;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The day so far; each city counts from its own midnight.
 *
 * @param openOrders placed and neither delivered nor cancelled, from whatever day
 * @param revenue of delivered orders, by currency
 * @param avgDeliveryMinutes over today's deliveries; null where there are none
 */
record Today(
    long orders,
    long delivered,
    long cancelled,
    long openOrders,
    List<Money> revenue,
    @Nullable Double avgDeliveryMinutes,
    Instant asOf) {

  /** An amount with three decimals. */
  record Money(String currency, BigDecimal amount) {}
}
