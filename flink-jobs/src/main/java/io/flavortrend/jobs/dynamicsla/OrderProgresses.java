package io.flavortrend.jobs.dynamicsla;

import io.flavortrend.contracts.cdc.CdcRecord.Change;
import io.flavortrend.contracts.cdc.OrderRow;
import io.flavortrend.jobs.frame.capture.ChangeReading;
import java.util.List;
import java.util.Objects;

/**
 * Reads the progress of an order out of its change; stages on the way are left to the predictions
 * that follow them. Pure.
 *
 * @param rules how progress is dated, and until when its order is remembered
 */
record OrderProgresses(DynamicSlaRules rules) implements ChangeReading<OrderRow, OrderProgress> {

  @Override
  public List<OrderProgress> read(Change<OrderRow> change) {
    OrderRow before = change.before();
    OrderRow after = change.after();
    OrderRow row = after == null ? before : after;
    if (row == null || (before != null && after != null && same(before, after))) {
      return List.of();
    }
    return List.of(
        new OrderProgress(
            row.id(),
            row.cityId(),
            row.restaurantId(),
            row.courierId() == null ? 0 : row.courierId(),
            Micros.of(row.placedAt()),
            Micros.of(row.deliveredAt()),
            Micros.of(row.cancelledAt()),
            Micros.of(row.promisedAt()),
            after == null,
            change.source().snapshot(),
            change.source().lsn(),
            Micros.of(change.source().committedAt()),
            Micros.of(change.capturedAt())));
  }

  @Override
  public long closesAt(OrderProgress progress) {
    return rules.forgetAt(TrackedOrder.first(progress, rules.domain()));
  }

  private static boolean same(OrderRow one, OrderRow other) {
    return one.cityId() == other.cityId()
        && one.restaurantId() == other.restaurantId()
        && Objects.equals(one.courierId(), other.courierId())
        && one.placedAt().equals(other.placedAt())
        && Objects.equals(one.deliveredAt(), other.deliveredAt())
        && Objects.equals(one.cancelledAt(), other.cancelledAt())
        && Objects.equals(one.promisedAt(), other.promisedAt());
  }
}
