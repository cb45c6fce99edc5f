package io.flavortrend.jobs.staticsla;

import io.flavortrend.contracts.TimeDomain;
import io.flavortrend.contracts.values.SlaViolation.LimitName;
import org.jspecify.annotations.Nullable;

/**
 * All that is remembered of one order. Kept in Flink's state: a field may be added, none renamed.
 *
 * @param courierId 0 while none is assigned
 * @param times as the domain dates them
 * @param settled for each limit the minutes by which it was judged once and for all; NaN before
 * @param accept what was last shown of this limit; null where nothing was
 * @param prepare as {@code accept}
 * @param pickUp as {@code accept}
 * @param deliver as {@code accept}
 * @param snapshot true where the newest change was read by a snapshot
 * @param lsn position of the newest change in the write-ahead log
 * @param committedAtMicros when it was committed
 * @param capturedAtMicros when it was captured
 * @param provenThrough event time in milliseconds that its partition had proven before it
 */
public record TrackedOrder(
    long orderId,
    int cityId,
    long restaurantId,
    long courierId,
    OrderTimes times,
    LimitMinutes settled,
    @Nullable ShownRow accept,
    @Nullable ShownRow prepare,
    @Nullable ShownRow pickUp,
    @Nullable ShownRow deliver,
    boolean snapshot,
    long lsn,
    long committedAtMicros,
    long capturedAtMicros,
    long provenThrough) {

  static final long MICROS_PER_MILLI = 1_000;

  /** An order first seen. */
  static TrackedOrder first(OrderStep step, TimeDomain domain) {
    return of(step, step.dated(domain), LimitMinutes.UNSAID, null, null, null, null);
  }

  /** This order after one more change. */
  TrackedOrder after(OrderStep step, TimeDomain domain) {
    OrderTimes dated = step.dated(domain);
    OrderTimes now =
        step.before() == null ? dated : dated.keeping(times, step.before(), step.after());
    return of(step, now, settled, accept, prepare, pickUp, deliver);
  }

  /** What was last shown of a limit; null where nothing was. */
  @Nullable ShownRow shown(LimitName limit) {
    return switch (limit) {
      case ACCEPT -> accept;
      case PREPARE -> prepare;
      case PICK_UP -> pickUp;
      case DELIVER -> deliver;
    };
  }

  /** This order with a limit settled and shown; the same instance where nothing is new. */
  TrackedOrder with(LimitName limit, double minutes, @Nullable ShownRow row) {
    boolean settledNow = Double.isNaN(minutes) || Double.compare(minutes, settled.of(limit)) == 0;
    if (settledNow && row == shown(limit)) {
      return this;
    }
    return new TrackedOrder(
        orderId,
        cityId,
        restaurantId,
        courierId,
        times,
        settledNow ? settled : settled.with(limit, minutes),
        limit == LimitName.ACCEPT ? row : accept,
        limit == LimitName.PREPARE ? row : prepare,
        limit == LimitName.PICK_UP ? row : pickUp,
        limit == LimitName.DELIVER ? row : deliver,
        snapshot,
        lsn,
        committedAtMicros,
        capturedAtMicros,
        provenThrough);
  }

  private static TrackedOrder of(
      OrderStep step,
      OrderTimes times,
      LimitMinutes settled,
      @Nullable ShownRow accept,
      @Nullable ShownRow prepare,
      @Nullable ShownRow pickUp,
      @Nullable ShownRow deliver) {
    return new TrackedOrder(
        step.orderId(),
        step.cityId(),
        step.restaurantId(),
        step.courierId(),
        times,
        settled,
        accept,
        prepare,
        pickUp,
        deliver,
        step.snapshot(),
        step.lsn(),
        step.committedAtMicros(),
        step.capturedAtMicros(),
        step.provenThrough());
  }
}
