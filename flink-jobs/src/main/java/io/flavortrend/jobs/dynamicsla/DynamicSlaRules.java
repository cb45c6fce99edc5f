package io.flavortrend.jobs.dynamicsla;

import io.flavortrend.contracts.TimeDomain;
import io.flavortrend.contracts.values.DynamicSlaViolation.Kind;
import io.flavortrend.contracts.values.DynamicSlaViolation.State;
import java.io.Serializable;
import java.time.Duration;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Turns findings into rows, and says until when an order is remembered. Pure: what an order's rows
 * end as follows from its changes, its predictions and the proven event time alone.
 *
 * @param domain in {@code live} an order ends at its commit at the latest
 * @param warningMargin by how much a prediction must pass the promise to warn
 * @param tolerance how late an order may be at least before it counts as later than predicted
 * @param grace how long after its end an order is remembered, in event time and by the clock
 * @param abandonedAfter how long after it was placed an unfinished order is forgotten
 */
record DynamicSlaRules(
    TimeDomain domain,
    Duration warningMargin,
    Duration tolerance,
    Duration grace,
    Duration abandonedAfter)
    implements Serializable {

  private static final long VERSIONS_OF_A_CHANGE = 4;

  /**
   * Judges an order.
   *
   * @param provenThrough event time in milliseconds through which the order's log is complete
   * @param now the clock in milliseconds, for {@code detected_at}
   * @param show takes each row that differs from what was last shown
   * @return the order as it is to be remembered; the same instance where nothing is new
   */
  TrackedOrder judge(
      TrackedOrder order, long provenThrough, long now, BiConsumer<Kind, ShownRow> show) {
    return order.showing(
        row(order, Kind.EARLY_WARNING, EarlyWarning.of(order, Micros.of(warningMargin)), now, show),
        row(
            order,
            Kind.VIOLATION,
            Lateness.of(order, Micros.of(tolerance), provenThrough),
            now,
            show));
  }

  /** Shows that nothing holds of a deleted order, as it was last. */
  static void withdraw(TrackedOrder order, long now, BiConsumer<Kind, ShownRow> show) {
    for (Kind kind : Kind.values()) {
      ShownRow shown = order.shown(kind);
      if (shown != null && shown.finding().state() != State.WITHDRAWN) {
        row(order, kind, null, now, show);
      }
    }
  }

  /**
   * Event time in milliseconds at which an order is to be looked at because a prediction may be
   * broken; {@link Long#MAX_VALUE} where none is waited for.
   */
  long dueMillis(TrackedOrder order) {
    return Lateness.dueMillis(order, Micros.of(tolerance));
  }

  /** Event time in milliseconds from which on an order may be forgotten. */
  long forgetAt(TrackedOrder order) {
    return order.open()
        ? Micros.millis(order.placed()) + abandonedAfter.toMillis()
        : Micros.millis(order.end()) + grace.toMillis();
  }

  /**
   * The clock in milliseconds from which on an order may be forgotten: event time alone flies past
   * every grace where a backlog of orders is read faster than one of predictions.
   */
  long quietAt(TrackedOrder order) {
    return order.heardAtMillis() + grace.toMillis();
  }

  private static @Nullable ShownRow row(
      TrackedOrder order,
      Kind kind,
      @Nullable Finding finding,
      long now,
      BiConsumer<Kind, ShownRow> show) {
    ShownRow shown = order.shown(kind);
    Finding found = finding == null && shown != null ? withdrawn(shown, order) : finding;
    if (found == null) {
      return null;
    }
    OrderProgress told = order.told();
    ShownRow row =
        new ShownRow(
            found,
            told.cityId(),
            told.restaurantId(),
            told.courierId(),
            kind == Kind.EARLY_WARNING ? found.due() : told.promised(),
            Math.max(version(order, kind, found), shown == null ? 0 : shown.version()),
            shown == null ? now : shown.detectedAtMillis());
    if (row.equals(shown)) {
      return shown;
    }
    show.accept(kind, row);
    return row;
  }

  private static Finding withdrawn(ShownRow shown, TrackedOrder order) {
    Finding finding = shown.finding();
    if (finding.state() == State.WITHDRAWN) {
      return finding;
    }
    return finding.withdrawn(order.open() ? Micros.NONE : order.end());
  }

  /**
   * Follows from the log alone. A row is shown again when a change raises its version, so that the
   * last word on it has the same version in every life of the job, however the topics interleave.
   */
  private static long version(TrackedOrder order, Kind kind, Finding found) {
    Prediction beyond = order.newestBeyond();
    long lsn = beyond == null ? order.told().lsn() : beyond.lsn();
    boolean byTime = kind == Kind.VIOLATION && found.state() == State.OPEN;
    return Math.multiplyExact(lsn, VERSIONS_OF_A_CHANGE) + (byTime ? 1 : 0);
  }
}
