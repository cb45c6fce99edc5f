package io.flavortrend.jobs.orderenrichment;

/**
 * An order whose lookups are not at hand. Kept in Flink's state: a field may be added, none
 * renamed.
 *
 * @param since the clock in milliseconds when it came
 * @param answered true once it has gone on without them
 */
public record WaitingOrder(WeatheredOrder order, long since, boolean answered) {}
