package io.flavortrend.jobs.staticsla;

import io.flavortrend.contracts.TimeDomain;
import org.jspecify.annotations.Nullable;

/**
 * One change of an order, as far as limits care.
 *
 * @param courierId 0 while none is assigned
 * @param before the row's own times before the change; null where the change does not know them
 * @param after the row's own times; of a deleted row the last ones
 * @param deleted true where the row is gone
 * @param snapshot true where the row was read by a snapshot
 * @param lsn position of the change in the write-ahead log
 * @param committedAtMicros when the change was committed, microseconds since the epoch
 * @param capturedAtMicros when the change was captured, microseconds since the epoch
 * @param provenThrough event time in milliseconds that the change's partition had proven before it
 */
public record OrderStep(
    long orderId,
    int cityId,
    long restaurantId,
    long courierId,
    @Nullable OrderTimes before,
    OrderTimes after,
    boolean deleted,
    boolean snapshot,
    long lsn,
    long committedAtMicros,
    long capturedAtMicros,
    long provenThrough) {

  /** The times as the domain dates them: in {@code live} at the commit at the latest. */
  OrderTimes dated(TimeDomain domain) {
    return domain == TimeDomain.LIVE ? after.cappedAt(committedAtMicros) : after;
  }
}
