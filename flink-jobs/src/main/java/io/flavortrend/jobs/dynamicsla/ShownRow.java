package io.flavortrend.jobs.dynamicsla;

/**
 * What was last shown of one order and kind. Kept in Flink's state: a field may be added, none
 * renamed.
 *
 * @param courierId 0 where none was assigned
 * @param promised {@link Micros#NONE} where nothing was
 * @param version see {@link io.flavortrend.contracts.values.DynamicSlaViolation}
 * @param detectedAtMillis when the job found it, milliseconds since the epoch
 */
public record ShownRow(
    Finding finding,
    int cityId,
    long restaurantId,
    long courierId,
    long promised,
    long version,
    long detectedAtMillis) {}
