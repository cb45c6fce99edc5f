package io.flavortrend.jobs.dynamicsla;

import io.flavortrend.contracts.TimeDomain;

/**
 * One change of an order, as far as predictions care. Times are the row's own, microseconds since
 * the epoch, {@link Micros#NONE} where it has none.
 *
 * @param courierId 0 while none is assigned
 * @param promised when the customer was told the order would arrive
 * @param deleted true where the row is gone; the rest is as it was last
 * @param snapshot true where the row was read by a snapshot
 * @param lsn position of the change in the write-ahead log
 * @param committedAt when the change was committed
 * @param capturedAt when the change was captured
 */
public record OrderProgress(
    long orderId,
    int cityId,
    long restaurantId,
    long courierId,
    long placed,
    long delivered,
    long cancelled,
    long promised,
    boolean deleted,
    boolean snapshot,
    long lsn,
    long committedAt,
    long capturedAt) {

  /** A time of the row as the domain dates it: in {@code live} at the commit at the latest. */
  long dated(long time, TimeDomain domain) {
    return domain == TimeDomain.LIVE ? Math.min(time, committedAt) : time;
  }

  /** True for an order that had ended before the job could know of it. */
  boolean history() {
    return snapshot && (delivered != Micros.NONE || cancelled != Micros.NONE);
  }
}
