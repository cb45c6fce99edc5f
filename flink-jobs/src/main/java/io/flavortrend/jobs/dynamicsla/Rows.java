package io.flavortrend.jobs.dynamicsla;

import io.flavortrend.contracts.values.DynamicSlaViolation;
import io.flavortrend.contracts.values.DynamicSlaViolation.Kind;
import io.flavortrend.contracts.values.DynamicSlaViolation.State;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Writes a row as the topic and the table show it. */
final class Rows {
  private Rows() {}

  /**
   * The contract's record.
   *
   * @param emittedAt the clock in milliseconds
   */
  static DynamicSlaViolation of(TrackedOrder order, Kind kind, ShownRow row, long emittedAt) {
    Finding finding = row.finding();
    Prediction basis = finding.basis();
    boolean warning = kind == Kind.EARLY_WARNING;
    boolean closed = finding.state() == State.CLOSED;
    long expected = warning ? finding.due() : basis.predicted();
    return new DynamicSlaViolation(
        DynamicSlaViolation.SCHEMA_VERSION,
        order.told().orderId(),
        row.cityId(),
        row.restaurantId(),
        row.courierId() == 0 ? null : row.courierId(),
        kind,
        basis.stage(),
        basis.modelVersion(),
        Micros.instant(basis.predicted()),
        Micros.instant(basis.p10()),
        Micros.instant(basis.p90()),
        row.promised() == Micros.NONE ? null : Micros.instant(row.promised()),
        Micros.minutes(finding.tolerance()),
        Micros.instant(finding.due()),
        Micros.instant(finding.raised()),
        Micros.minutes(finding.due() - finding.raised()),
        warning ? minutes(basis.predicted() - finding.due()) : null,
        finding.state(),
        closed ? Micros.instant(order.delivered()) : null,
        closed ? minutes(order.delivered() - expected) : null,
        Instant.ofEpochMilli(row.detectedAtMillis()),
        Micros.instant(finding.eventTime()),
        row.version(),
        trace(order, emittedAt));
  }

  private static DynamicSlaViolation.Trace trace(TrackedOrder order, long emittedAt) {
    Prediction beyond = order.newestBeyond();
    return new DynamicSlaViolation.Trace(
        Micros.instant(beyond == null ? order.told().committedAt() : beyond.committedAt()),
        Micros.instant(beyond == null ? order.told().capturedAt() : beyond.capturedAt()),
        Instant.ofEpochMilli(emittedAt));
  }

  private static @Nullable Double minutes(long micros) {
    return Micros.minutes(micros);
  }
}
