package io.flavortrend.features.city;

import io.flavortrend.contracts.TimeDomain;
import io.flavortrend.contracts.cdc.CdcRecord.Change;
import io.flavortrend.contracts.cdc.CourierRow;
import io.flavortrend.contracts.cdc.OrderRow;
import io.flavortrend.features.city.CityEvent.Kind;
import io.flavortrend.features.fold.FeatureEvent;
import io.flavortrend.features.fold.Occurrence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What changes of orders and couriers mean for a city's features. Pure. */
public final class CityEvents {
  private CityEvents() {}

  /** The events of a change of an order. */
  public static List<CityEvent> ofOrder(Change<OrderRow> change, TimeDomain domain) {
    return FeatureEvent.difference(
        of(change.before(), change, domain), of(change.after(), change, domain));
  }

  /**
   * The events of a change of a courier's row: one less idle where it was, one more where it is.
   */
  public static List<CityEvent> ofCourier(Change<CourierRow> change, TimeDomain domain) {
    CourierRow before = change.before();
    CourierRow after = change.after();
    if (after != null) {
      Occurrence when = Occurrence.of(change, after.updatedAt(), domain);
      return FeatureEvent.difference(idle(before, when), idle(after, when));
    }
    return before == null
        ? List.of()
        : FeatureEvent.difference(
            idle(before, Occurrence.ofDeletion(change, before.updatedAt(), domain)), List.of());
  }

  private static List<CityEvent> idle(@Nullable CourierRow courier, Occurrence when) {
    return courier != null && courier.status().equals("idle")
        ? List.of(new CityEvent(courier.cityId(), when, Kind.IDLE, 1, 0))
        : List.of();
  }

  private static List<CityEvent> of(
      @Nullable OrderRow order, Change<OrderRow> change, TimeDomain domain) {
    List<CityEvent> events = new ArrayList<>(3);
    if (order == null) {
      return events;
    }
    events.add(event(order, order.placedAt(), change, domain, Kind.PLACED));
    Instant closedAt = order.deliveredAt() == null ? order.cancelledAt() : order.deliveredAt();
    Instant servedAt =
        order.assignedAt() != null
            ? order.assignedAt()
            : order.pickedUpAt() != null ? order.pickedUpAt() : closedAt;
    if (servedAt != null) {
      events.add(event(order, servedAt, change, domain, Kind.SERVED));
    }
    if (closedAt != null) {
      events.add(event(order, closedAt, change, domain, Kind.CLOSED));
    }
    return events;
  }

  private static CityEvent event(
      OrderRow order, Instant at, Change<OrderRow> change, TimeDomain domain, Kind kind) {
    return new CityEvent(
        order.cityId(),
        Occurrence.of(change, at, domain),
        kind,
        1,
        order.placedAt().toEpochMilli());
  }
}
