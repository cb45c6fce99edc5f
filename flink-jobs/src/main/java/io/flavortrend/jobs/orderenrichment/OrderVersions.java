package io.flavortrend.jobs.orderenrichment;

import io.flavortrend.contracts.TimeDomain;
import io.flavortrend.contracts.cdc.CdcRecord.Change;
import io.flavortrend.contracts.cdc.OrderRow;
import io.flavortrend.jobs.frame.capture.ChangeReading;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the version of an order out of its change. Pure.
 *
 * @param domain in {@code live} an order is dated at its commit at the latest
 * @param allowedLateness how long after its newest stage an order is still taken
 */
record OrderVersions(TimeDomain domain, Duration allowedLateness)
    implements ChangeReading<OrderRow, OrderVersion> {

  @Override
  public List<OrderVersion> read(Change<OrderRow> change) {
    OrderRow row = change.after() == null ? change.before() : change.after();
    if (row == null) {
      return List.of();
    }
    Instant newest = newest(row);
    Instant committedAt = change.source().committedAt();
    boolean fast = domain == TimeDomain.LIVE && newest.isAfter(committedAt);
    return List.of(
        new OrderVersion(
            row,
            change.after() == null,
            micros(fast ? committedAt : newest),
            change.source().lsn(),
            micros(committedAt),
            micros(change.capturedAt())));
  }

  @Override
  public long closesAt(OrderVersion order) {
    return order.dueMillis() + allowedLateness.toMillis();
  }

  private static Instant newest(OrderRow row) {
    Instant newest = later(row.placedAt(), row.acceptedAt());
    newest = later(newest, row.assignedAt());
    newest = later(newest, row.readyAt());
    newest = later(newest, row.pickedUpAt());
    newest = later(newest, row.deliveredAt());
    return later(newest, row.cancelledAt());
  }

  private static Instant later(Instant one, @Nullable Instant other) {
    return other == null || one.isAfter(other) ? one : other;
  }

  static long micros(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }
}
