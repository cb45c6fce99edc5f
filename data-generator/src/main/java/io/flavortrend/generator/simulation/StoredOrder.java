package io.flavortrend.generator.simulation;

import io.flavortrend.contracts.cdc.OrderStatus;
import org.jspecify.annotations.Nullable;

/**
 * An order as found in the database: an open one is to be lived on, one closed of late tells where
 * its courier and its kitchen are. Times are microseconds since 1970, 0 where the order has none.
 *
 * @param order what was placed; its lines may be left out
 * @param courierId null where none is assigned
 * @param updatedAt of a closed one, when it was delivered or cancelled
 */
public record StoredOrder(
    NewOrder order,
    OrderStatus status,
    @Nullable Long courierId,
    long acceptedAt,
    long assignedAt,
    long readyAt,
    long pickedUpAt,
    long updatedAt) {}
