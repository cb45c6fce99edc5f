package io.flavortrend.jobs.staticsla;

/**
 * When an order passed its stages, microseconds since the epoch, {@link #NONE} where it has not.
 * Kept in Flink's state: a field may be added, none renamed.
 *
 * @param promised when the customer was told the order would arrive
 */
public record OrderTimes(
    long placed,
    long accepted,
    long assigned,
    long ready,
    long pickedUp,
    long delivered,
    long cancelled,
    long promised) {

  /** No time. */
  public static final long NONE = Long.MIN_VALUE;

  /** The time where it is known, else the other. */
  static long or(long time, long other) {
    return time == NONE ? other : time;
  }

  /** The newest of the stages passed. */
  long newest() {
    long newest = Math.max(placed, Math.max(accepted, assigned));
    newest = Math.max(newest, Math.max(ready, pickedUp));
    return Math.max(newest, Math.max(delivered, cancelled));
  }

  /** True once the order is delivered or cancelled. */
  boolean terminal() {
    return delivered != NONE || cancelled != NONE;
  }

  /** These times with none of the stages dated after the given one: a fast clock's are moved. */
  OrderTimes cappedAt(long latest) {
    return newest() <= latest
        ? this
        : new OrderTimes(
            Math.min(placed, latest),
            Math.min(accepted, latest),
            Math.min(assigned, latest),
            Math.min(ready, latest),
            Math.min(pickedUp, latest),
            Math.min(delivered, latest),
            Math.min(cancelled, latest),
            promised);
  }

  /**
   * These times, but those that the change did not touch as they were known before: a time is
   * capped where it was first told, not where the row is next seen.
   *
   * @param known what was known
   * @param former the row's own times before the change
   * @param raw the row's own times after the change
   */
  OrderTimes keeping(OrderTimes known, OrderTimes former, OrderTimes raw) {
    return new OrderTimes(
        former.placed == raw.placed ? known.placed : placed,
        former.accepted == raw.accepted ? known.accepted : accepted,
        former.assigned == raw.assigned ? known.assigned : assigned,
        former.ready == raw.ready ? known.ready : ready,
        former.pickedUp == raw.pickedUp ? known.pickedUp : pickedUp,
        former.delivered == raw.delivered ? known.delivered : delivered,
        former.cancelled == raw.cancelled ? known.cancelled : cancelled,
        promised);
  }
}
