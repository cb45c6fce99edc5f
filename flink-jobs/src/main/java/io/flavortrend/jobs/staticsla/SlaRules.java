package io.flavortrend.jobs.staticsla;

import io.flavortrend.contracts.TimeDomain;
import io.flavortrend.contracts.values.SlaViolation.LimitName;
import io.flavortrend.contracts.values.SlaViolation.State;
import io.flavortrend.jobs.staticsla.Verdict.Outcome;
import java.io.Serializable;
import java.time.Duration;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Turns verdicts into rows, and says until when an order is remembered. Pure: what an order's rows
 * end as follows from its changes, the limits and the proven event time alone.
 *
 * @param domain history exists in {@code live} only; in {@code log} all is judged by event time
 * @param defaults limits where the topic says nothing
 * @param historyMargin a limit that passed longer than this before the change was committed is
 *     history
 * @param allowedLateness how long after its end an order is still corrected
 * @param abandonedAfter how long after its newest stage an unfinished order is forgotten
 */
record SlaRules(
    TimeDomain domain,
    LimitMinutes defaults,
    Duration historyMargin,
    Duration allowedLateness,
    Duration abandonedAfter)
    implements Serializable {

  private static final LimitName[] LIMITS = LimitName.values();

  /**
   * Judges all limits of an order.
   *
   * @param limits the limits in force in the order's city
   * @param provenThrough event time in milliseconds through which the order's log is complete
   * @param now the clock in milliseconds, for {@code detected_at}
   * @param show takes each row that differs from what was last shown
   * @return the order as it is to be remembered; the same instance where nothing is new
   */
  TrackedOrder judge(
      TrackedOrder order,
      LimitMinutes limits,
      long provenThrough,
      long now,
      BiConsumer<LimitName, ShownRow> show) {
    TrackedOrder judged = order;
    for (LimitName limit : LIMITS) {
      double minutes = minutes(order, limit, limits);
      Verdict verdict = Verdict.of(limit, order.times(), minutes, provenThrough);
      ShownRow shown = order.shown(limit);
      ShownRow row = row(order, verdict, shown, now);
      boolean settled = verdict != null && verdict.outcome() != Outcome.PENDING;
      judged = judged.with(limit, settled ? minutes : Double.NaN, row);
      if (row != null && row != shown) {
        show.accept(limit, row);
      }
    }
    return judged;
  }

  /** Shows that none of a deleted order's violations holds. */
  static void withdraw(TrackedOrder order, BiConsumer<LimitName, ShownRow> show) {
    for (LimitName limit : LIMITS) {
      ShownRow shown = order.shown(limit);
      if (shown != null && shown.state() != State.WITHDRAWN) {
        show.accept(limit, shown.withdrawn(order.times().newest()));
      }
    }
  }

  /**
   * Event time in milliseconds at which the order is to be looked at because a limit may have
   * passed; {@link Long#MAX_VALUE} where none is pending.
   *
   * @param limits the limits in force in the order's city
   */
  long nextDue(TrackedOrder order, LimitMinutes limits) {
    long next = Long.MAX_VALUE;
    for (LimitName limit : LIMITS) {
      // Nothing is proven through the beginning of time: what is open shows as pending too.
      Verdict verdict =
          Verdict.of(limit, order.times(), minutes(order, limit, limits), Long.MIN_VALUE);
      ShownRow shown = order.shown(limit);
      boolean open = shown != null && shown.state() == State.OPEN;
      if (verdict != null && verdict.outcome() == Outcome.PENDING && !open) {
        next = Math.min(next, Verdict.dueMillis(verdict.due()));
      }
    }
    return next;
  }

  /** Event time in milliseconds from which on an order with these times is forgotten. */
  long forgetAt(OrderTimes times) {
    Duration kept =
        times.terminal() || allowedLateness.compareTo(abandonedAfter) > 0
            ? allowedLateness
            : abandonedAfter;
    return Math.floorDiv(times.newest(), TrackedOrder.MICROS_PER_MILLI) + kept.toMillis();
  }

  private static double minutes(TrackedOrder order, LimitName limit, LimitMinutes limits) {
    double settled = order.settled().of(limit);
    return Double.isNaN(settled) ? limits.of(limit) : settled;
  }

  private @Nullable ShownRow row(
      TrackedOrder order, @Nullable Verdict verdict, @Nullable ShownRow shown, long now) {
    State state = verdict == null ? null : state(verdict.outcome());
    if (verdict == null || state == null) {
      return shown == null || shown.state() == State.WITHDRAWN
          ? shown
          : shown.withdrawn(order.times().newest());
    }
    ShownRow row =
        new ShownRow(
            state,
            order.cityId(),
            order.restaurantId(),
            order.courierId(),
            verdict.limitMinutes(),
            verdict.started(),
            verdict.due(),
            verdict.actual(),
            eventTime(state, verdict, order.times()),
            shown == null ? historical(order, verdict.due()) : shown.historical(),
            shown == null ? now : shown.detectedAtMillis());
    return row.equals(shown) ? shown : row;
  }

  private static @Nullable State state(Outcome outcome) {
    return switch (outcome) {
      case PENDING, KEPT -> null;
      case EXCEEDED -> State.OPEN;
      case REACHED_LATE -> State.CLOSED;
      case CANCELLED -> State.WITHDRAWN;
    };
  }

  private static long eventTime(State state, Verdict verdict, OrderTimes times) {
    return switch (state) {
      case OPEN -> verdict.due();
      case CLOSED -> verdict.actual();
      case WITHDRAWN -> times.cancelled();
    };
  }

  private boolean historical(TrackedOrder order, long due) {
    long margin = order.snapshot() ? 0 : historyMargin.toNanos() / 1_000;
    return domain == TimeDomain.LIVE && due < order.committedAtMicros() - margin;
  }
}
