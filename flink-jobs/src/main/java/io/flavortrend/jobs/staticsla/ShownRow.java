package io.flavortrend.jobs.staticsla;

import io.flavortrend.contracts.values.SlaViolation.State;

/**
 * What was last shown of one order's limit. Times are microseconds since the epoch. Kept in Flink's
 * state: a field may be added, none renamed.
 *
 * @param courierId 0 where none was assigned
 * @param actual when the stage was reached; {@link OrderTimes#NONE} while it is not
 * @param eventTime when the row came to be so
 * @param detectedAtMillis when the job found the violation, milliseconds since the epoch
 */
public record ShownRow(
    State state,
    int cityId,
    long restaurantId,
    long courierId,
    double limitMinutes,
    long started,
    long due,
    long actual,
    long eventTime,
    boolean historical,
    long detectedAtMillis) {

  /** The same, shown to be no violation. */
  ShownRow withdrawn(long at) {
    return new ShownRow(
        State.WITHDRAWN,
        cityId,
        restaurantId,
        courierId,
        limitMinutes,
        started,
        due,
        OrderTimes.NONE,
        Math.max(at, due),
        historical,
        detectedAtMillis);
  }
}
