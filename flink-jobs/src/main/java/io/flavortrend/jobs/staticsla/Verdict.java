package io.flavortrend.jobs.staticsla;

import static io.flavortrend.jobs.staticsla.OrderTimes.NONE;
import static io.flavortrend.jobs.staticsla.OrderTimes.or;

import io.flavortrend.contracts.values.SlaViolation.LimitName;
import org.jspecify.annotations.Nullable;

/**
 * How one order stands to one limit at one event time: the rule, and nothing else. Times are
 * microseconds since the epoch.
 *
 * @param limitMinutes time allowed
 * @param started when the stage began
 * @param due when the limit passes
 * @param actual when the stage was reached; {@link OrderTimes#NONE} while it is not
 */
record Verdict(Outcome outcome, double limitMinutes, long started, long due, long actual) {
  /** Microseconds in a minute. */
  static final double MICROS_PER_MINUTE = 60e6;

  /** What there is to say. */
  enum Outcome {
    /** The limit has not passed, and the stage is not reached. */
    PENDING,
    /** The stage was reached in time, or the order cancelled before the limit passed. */
    KEPT,
    /** The limit has passed, and the stage is not reached. */
    EXCEEDED,
    /** The stage was reached after its limit. */
    REACHED_LATE,
    /** The order was cancelled when the limit had passed and the stage was not reached. */
    CANCELLED
  }

  /**
   * Judges.
   *
   * @param minutes the limit in force
   * @param provenThrough event time in milliseconds through which the order's log is complete
   * @return null where the limit does not apply: the stage's beginning is not known
   */
  static @Nullable Verdict of(
      LimitName limit, OrderTimes times, double minutes, long provenThrough) {
    long started = started(limit, times);
    if (started == NONE) {
      return null;
    }
    long due = started + Math.round(minutes * MICROS_PER_MINUTE);
    double allowed = minutes;
    // A promise that lies before the order is none.
    if (limit == LimitName.DELIVER && times.promised() > started) {
      due = times.promised();
      allowed = (due - started) / MICROS_PER_MINUTE;
    }
    long actual = reached(limit, times);
    return new Verdict(outcome(times, due, actual, provenThrough), allowed, started, due, actual);
  }

  private static Outcome outcome(OrderTimes times, long due, long actual, long provenThrough) {
    if (actual != NONE) {
      return actual > due ? Outcome.REACHED_LATE : Outcome.KEPT;
    }
    if (times.cancelled() != NONE) {
      return times.cancelled() > due ? Outcome.CANCELLED : Outcome.KEPT;
    }
    return dueMillis(due) <= provenThrough ? Outcome.EXCEEDED : Outcome.PENDING;
  }

  /** When event time, which counts in milliseconds, has come to the due time. */
  static long dueMillis(long due) {
    return Math.floorDiv(due, TrackedOrder.MICROS_PER_MILLI);
  }

  private static long started(LimitName limit, OrderTimes times) {
    return switch (limit) {
      case ACCEPT, DELIVER -> times.placed();
      case PREPARE -> times.accepted();
      case PICK_UP -> times.ready();
    };
  }

  /** A stage that was passed over counts as reached with the first one after it. */
  private static long reached(LimitName limit, OrderTimes times) {
    long delivered = times.delivered();
    return switch (limit) {
      case DELIVER -> delivered;
      case PICK_UP -> or(times.pickedUp(), delivered);
      case PREPARE -> or(times.ready(), or(times.pickedUp(), delivered));
      case ACCEPT ->
          or(
              times.accepted(),
              or(times.assigned(), or(times.ready(), or(times.pickedUp(), delivered))));
    };
  }
}
