package io.flavortrend.jobs.etaprediction;

import io.flavortrend.contracts.cdc.OrderStatus;
import io.flavortrend.contracts.values.EnrichedOrder;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Enriched orders, as order-enrichment writes them. */
record TestOrders(
    long id,
    int city,
    long restaurant,
    @Nullable Long courier,
    OrderStatus status,
    Instant placedAt,
    Instant eventTime,
    long version,
    boolean lookedUp,
    Instant committedAt) {

  static TestOrders of(long id, OrderStatus status, Instant at, long version) {
    Long courier = status == OrderStatus.PLACED ? null : Long.valueOf(3);
    return new TestOrders(id, 1, 2, courier, status, at, at, version, true, at);
  }

  TestOrders committed(Instant at) {
    return new TestOrders(
        id, city, restaurant, courier, status, placedAt, eventTime, version, lookedUp, at);
  }

  TestOrders withoutLookups() {
    return new TestOrders(
        id, city, restaurant, courier, status, placedAt, eventTime, version, false, committedAt);
  }

  TestOrders withVersion(long other) {
    return new TestOrders(
        id, city, restaurant, courier, status, placedAt, eventTime, other, lookedUp, committedAt);
  }

  EnrichedOrder enriched() {
    return new EnrichedOrder(
        EnrichedOrder.SCHEMA_VERSION,
        id,
        city,
        lookedUp ? "Tunis" : null,
        lookedUp ? 638_845 : null,
        lookedUp ? "Africa/Tunis" : null,
        lookedUp ? false : null,
        restaurant,
        lookedUp ? "Dar Jasmin" : null,
        null,
        null,
        null,
        lookedUp ? 660 : null,
        88,
        null,
        courier,
        status,
        placedAt,
        at(OrderStatus.ACCEPTED),
        at(OrderStatus.ASSIGNED),
        at(OrderStatus.READY),
        at(OrderStatus.PICKED_UP),
        at(OrderStatus.DELIVERED),
        null,
        placedAt.plusSeconds(2_700),
        new BigDecimal("3.250"),
        2,
        new BigDecimal("27.500"),
        "TND",
        false,
        new EnrichedOrder.Weather("rain", 14.5, 1.2, null, placedAt.minusSeconds(600)),
        false,
        10.0,
        false,
        !lookedUp,
        eventTime,
        version,
        new EnrichedOrder.Trace(committedAt, committedAt.plusMillis(3), committedAt.plusMillis(9)));
  }

  private @Nullable Instant at(OrderStatus reached) {
    return status != OrderStatus.CANCELLED && status.ordinal() >= reached.ordinal()
        ? placedAt.plusSeconds(60L * reached.ordinal()).isAfter(eventTime)
            ? eventTime
            : placedAt.plusSeconds(60L * reached.ordinal())
        : null;
  }
}
