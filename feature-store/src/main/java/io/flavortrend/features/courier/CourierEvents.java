package io.flavortrend.features.courier;

import static io.flavortrend.features.courier.CourierEvent.NO_LOAD;
import static io.flavortrend.features.courier.Delivery.UNKNOWN;

import io.flavortrend.contracts.TimeDomain;
import io.flavortrend.contracts.cdc.CdcRecord.Change;
import io.flavortrend.contracts.cdc.CourierRow;
import io.flavortrend.contracts.cdc.OrderRow;
import io.flavortrend.features.courier.CourierEvent.Kind;
import io.flavortrend.features.fold.FeatureEvent;
import io.flavortrend.features.fold.Occurrence;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What changes of orders and couriers mean for a courier's features. Pure. */
public final class CourierEvents {
  private static final List<String> STATUSES = List.of("offline", "idle", "busy");
  private static final List<String> VEHICLES = List.of("bicycle", "scooter", "car");

  private CourierEvents() {}

  /** The events of a change of an order; those of an order without courier are none. */
  public static List<CourierEvent> ofOrder(Change<OrderRow> change, TimeDomain domain) {
    return FeatureEvent.difference(
        of(change.before(), change, domain), of(change.after(), change, domain));
  }

  /** The events of a change of a courier's row; empty when nothing that counts has changed. */
  public static List<CourierEvent> ofCourier(Change<CourierRow> change, TimeDomain domain) {
    CourierRow before = change.before();
    CourierRow after = change.after();
    if (after != null) {
      return before != null
              && before.status().equals(after.status())
              && before.vehicle().equals(after.vehicle())
              && before.cityId() == after.cityId()
          ? List.of()
          : List.of(row(after, Kind.ROW, Occurrence.of(change, after.updatedAt(), domain)));
    }
    return before == null
        ? List.of()
        : List.of(
            row(before, Kind.GONE, Occurrence.ofDeletion(change, before.updatedAt(), domain)));
  }

  private static CourierEvent row(CourierRow row, Kind kind, Occurrence when) {
    return new CourierEvent(
        row.id(),
        row.cityId(),
        when,
        kind,
        1,
        NO_LOAD,
        Delivery.NONE,
        STATUSES.indexOf(row.status()),
        VEHICLES.indexOf(row.vehicle()));
  }

  private static List<CourierEvent> of(
      @Nullable OrderRow order, Change<OrderRow> change, TimeDomain domain) {
    List<CourierEvent> events = new ArrayList<>(3);
    if (order == null || order.courierId() == null) {
      return events;
    }
    long courierId = order.courierId();
    Instant assignedAt = order.assignedAt() == null ? order.pickedUpAt() : order.assignedAt();
    // The raw time and not the capped one: the same whichever change tells of it.
    long loadedAt = assignedAt == null ? NO_LOAD : assignedAt.toEpochMilli();
    if (assignedAt != null) {
      events.add(event(courierId, order, assignedAt, change, domain, Kind.ASSIGNED, loadedAt));
    }
    if (order.deliveredAt() != null) {
      events.add(
          event(courierId, order, order.deliveredAt(), change, domain, Kind.DELIVERED, loadedAt));
    } else if (order.cancelledAt() != null) {
      events.add(
          event(courierId, order, order.cancelledAt(), change, domain, Kind.CANCELLED, loadedAt));
    }
    return events;
  }

  private static CourierEvent event(
      long courierId,
      OrderRow order,
      Instant at,
      Change<OrderRow> change,
      TimeDomain domain,
      Kind kind,
      long loadedAt) {
    Occurrence when = Occurrence.of(change, at, domain);
    return new CourierEvent(
        courierId,
        order.cityId(),
        when,
        kind,
        1,
        loadedAt,
        kind == Kind.DELIVERED ? delivery(order, at, when.at()) : Delivery.NONE,
        UNKNOWN,
        UNKNOWN);
  }

  private static Delivery delivery(OrderRow order, Instant deliveredAt, long at) {
    int meters = UNKNOWN;
    int seconds = UNKNOWN;
    if (order.distanceKm() != null && order.pickedUpAt() != null) {
      long travelled = Duration.between(order.pickedUpAt(), deliveredAt).toSeconds();
      if (travelled > 0 && travelled <= Integer.MAX_VALUE) {
        seconds = (int) travelled;
        meters = order.distanceKm().movePointRight(3).intValue();
      }
    }
    int onTime =
        order.promisedAt() == null ? UNKNOWN : deliveredAt.isAfter(order.promisedAt()) ? 0 : 1;
    return new Delivery(order.id(), at, meters, seconds, onTime);
  }
}
