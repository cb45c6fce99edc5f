package io.flavortrend.jobs.citykpis;

import io.flavortrend.contracts.TimeDomain;
import io.flavortrend.contracts.cdc.CdcRecord.Change;
import io.flavortrend.contracts.cdc.OrderRow;
import io.flavortrend.jobs.frame.capture.ChangeReading;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a change of an order means for its city's minutes: the contributions of the row after it,
 * less those of the row before. Creations, transitions, corrections, deletions, snapshot rows and
 * rows first seen in a late state are all the same case. Pure.
 *
 * @param domain in {@code live} a transition is dated at its commit at the latest, so that a fast
 *     application clock cannot reach into the future
 * @param allowedLateness how long after its end a minute is still corrected
 */
record OrderContributions(TimeDomain domain, Duration allowedLateness)
    implements ChangeReading<OrderRow, Contribution> {

  @Override
  public List<Contribution> read(Change<OrderRow> change) {
    List<Contribution> added = of(change.after(), change);
    List<Contribution> result = new ArrayList<>(added.size());
    for (Contribution former : of(change.before(), change)) {
      if (!added.remove(former)) {
        result.add(former.negated());
      }
    }
    result.addAll(added);
    return result;
  }

  @Override
  public long closesAt(Contribution contribution) {
    return CityMinute.closesAt(contribution.minute(), allowedLateness.toMillis());
  }

  private List<Contribution> of(@Nullable OrderRow order, Change<OrderRow> change) {
    List<Contribution> result = new ArrayList<>(4);
    if (order == null) {
      return result;
    }
    result.add(dated(order, order.placedAt(), change, 1, 0, 0));
    if (order.cancelledAt() != null) {
      result.add(dated(order, order.cancelledAt(), change, 0, 0, 1));
    }
    if (order.courierId() != null && order.assignedAt() != null) {
      result.add(dated(order, order.assignedAt(), change, 0, 0, 0));
    }
    if (order.courierId() != null && order.pickedUpAt() != null) {
      result.add(dated(order, order.pickedUpAt(), change, 0, 0, 0));
    }
    if (order.deliveredAt() != null) {
      result.add(dated(order, order.deliveredAt(), change, 0, 1, 0));
    }
    return result;
  }

  private Contribution dated(
      OrderRow order,
      Instant at,
      Change<OrderRow> change,
      int placed,
      int delivered,
      int cancelled) {
    Instant committedAt = change.source().committedAt();
    Instant occurredAt = domain == TimeDomain.LIVE && at.isAfter(committedAt) ? committedAt : at;
    // Placing and cancelling is not the courier's doing.
    Long courierId = placed == 0 && cancelled == 0 ? order.courierId() : null;
    return new Contribution(
        order.cityId(),
        occurredAt.truncatedTo(ChronoUnit.MINUTES).toEpochMilli(),
        placed,
        delivered,
        cancelled,
        delivered == 0 ? 0 : order.totalAmount().movePointRight(3).longValueExact(),
        delivered == 0 ? 0 : ChronoUnit.MICROS.between(order.placedAt(), at),
        courierId == null ? 0 : courierId,
        courierId == null ? 0 : 1,
        Contribution.NO_PRESSURE,
        Double.NaN,
        micros(committedAt),
        micros(change.capturedAt()));
  }

  private static long micros(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }
}
