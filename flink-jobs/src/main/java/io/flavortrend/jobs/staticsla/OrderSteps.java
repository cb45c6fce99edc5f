package io.flavortrend.jobs.staticsla;

import io.flavortrend.contracts.cdc.CdcRecord.Change;
import io.flavortrend.contracts.cdc.OrderRow;
import io.flavortrend.jobs.frame.capture.ChangeReading;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads the step of an order out of its change; a change of anything that no limit depends on is
 * none. Pure.
 *
 * @param rules how a step is dated, and until when its order is remembered
 */
record OrderSteps(SlaRules rules) implements ChangeReading<OrderRow, OrderStep> {

  @Override
  public List<OrderStep> read(Change<OrderRow> change) {
    return read(change, Long.MIN_VALUE);
  }

  @Override
  public List<OrderStep> read(Change<OrderRow> change, long provenThrough) {
    OrderRow before = change.before();
    OrderRow after = change.after();
    OrderRow row = after == null ? before : after;
    if (row == null) {
      return List.of();
    }
    OrderTimes former = before == null ? null : times(before);
    OrderTimes times = after == null && former != null ? former : times(row);
    if (before != null && after != null && times.equals(former) && samePlace(before, after)) {
      return List.of();
    }
    return List.of(
        new OrderStep(
            row.id(),
            row.cityId(),
            row.restaurantId(),
            row.courierId() == null ? 0 : row.courierId(),
            former,
            times,
            after == null,
            change.source().snapshot(),
            change.source().lsn(),
            micros(change.source().committedAt()),
            micros(change.capturedAt()),
            provenThrough));
  }

  @Override
  public long closesAt(OrderStep step) {
    return rules.forgetAt(step.dated(rules.domain()));
  }

  private static boolean samePlace(OrderRow one, OrderRow other) {
    return one.cityId() == other.cityId()
        && one.restaurantId() == other.restaurantId()
        && Objects.equals(one.courierId(), other.courierId());
  }

  private static OrderTimes times(OrderRow row) {
    return new OrderTimes(
        micros(row.placedAt()),
        micros(row.acceptedAt()),
        micros(row.assignedAt()),
        micros(row.readyAt()),
        micros(row.pickedUpAt()),
        micros(row.deliveredAt()),
        micros(row.cancelledAt()),
        micros(row.promisedAt()));
  }

  private static long micros(@Nullable Instant instant) {
    return instant == null ? OrderTimes.NONE : ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }
}
