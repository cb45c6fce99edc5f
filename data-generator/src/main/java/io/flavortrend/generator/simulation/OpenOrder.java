package io.flavortrend.generator.simulation;

import io.flavortrend.contracts.cdc.OrderStatus;
import org.jspecify.annotations.Nullable;

/**
 * An order found open in the database, to be lived on. Times are microseconds since 1970, 0 where
 * the order has none.
 *
 * @param order what was placed; its lines may be left out
 * @param courierId null where none is assigned
 */
public record OpenOrder(
    NewOrder order,
    OrderStatus status,
    @Nullable Long courierId,
    long acceptedAt,
    long assignedAt,
    long readyAt,
    long pickedUpAt,
    long updatedAt) {}
