package io.flavortrend.generator.world;

/**
 * A courier as found in the database.
 *
 * @param updatedAt microseconds since 1970
 */
public record CourierRecord(
    long id, int cityId, Vehicle vehicle, CourierStatus status, long updatedAt) {}
