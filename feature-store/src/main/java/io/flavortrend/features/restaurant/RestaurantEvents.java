package io.flavortrend.features.restaurant;

import static io.flavortrend.features.restaurant.RestaurantEvent.NO_ORDER;

import io.flavortrend.contracts.TimeDomain;
import io.flavortrend.contracts.cdc.CdcRecord.Change;
import io.flavortrend.contracts.cdc.OrderRow;
import io.flavortrend.contracts.cdc.RestaurantRow;
import io.flavortrend.features.fold.FeatureEvent;
import io.flavortrend.features.fold.Occurrence;
import io.flavortrend.features.restaurant.RestaurantEvent.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What changes of orders and restaurants mean for a restaurant's features. Pure. */
public final class RestaurantEvents {
  /** A preparation that took longer counts as this long: somebody forgot to tell. */
  public static final Duration LONGEST_PREPARATION = Duration.ofHours(4);

  private RestaurantEvents() {}

  /** The events of a change of an order. */
  public static List<RestaurantEvent> ofOrder(Change<OrderRow> change, TimeDomain domain) {
    return FeatureEvent.difference(
        of(change.before(), change, domain), of(change.after(), change, domain));
  }

  /** The events of a change of a restaurant's row; empty when nothing that counts has changed. */
  public static List<RestaurantEvent> ofRestaurant(
      Change<RestaurantRow> change, TimeDomain domain) {
    RestaurantRow before = change.before();
    RestaurantRow after = change.after();
    if (after != null) {
      return before != null
              && before.paused() == after.paused()
              && before.cityId() == after.cityId()
          ? List.of()
          : List.of(row(after, Kind.ROW, Occurrence.of(change, after.updatedAt(), domain)));
    }
    return before == null
        ? List.of()
        : List.of(
            row(before, Kind.GONE, Occurrence.ofDeletion(change, before.updatedAt(), domain)));
  }

  private static RestaurantEvent row(RestaurantRow row, Kind kind, Occurrence when) {
    return new RestaurantEvent(
        row.id(), row.cityId(), when, kind, 1, NO_ORDER, row.paused() ? 1 : 0);
  }

  private static List<RestaurantEvent> of(
      @Nullable OrderRow order, Change<OrderRow> change, TimeDomain domain) {
    List<RestaurantEvent> events = new ArrayList<>(4);
    if (order == null) {
      return events;
    }
    // The raw time and not the capped one: the same whichever change tells of it.
    long placedAt = order.placedAt().toEpochMilli();
    events.add(event(order, order.placedAt(), change, domain, Kind.PLACED, placedAt, 0));
    if (order.readyAt() != null) {
      Instant begunAt = order.acceptedAt() == null ? order.placedAt() : order.acceptedAt();
      long seconds = Duration.between(begunAt, order.readyAt()).toSeconds();
      if (seconds >= 0) {
        int amount = (int) Math.min(seconds, LONGEST_PREPARATION.toSeconds());
        events.add(event(order, order.readyAt(), change, domain, Kind.READY, NO_ORDER, amount));
      }
    }
    Instant leftAt = order.pickedUpAt() != null ? order.pickedUpAt() : order.deliveredAt();
    if (leftAt != null) {
      events.add(event(order, leftAt, change, domain, Kind.LEFT, placedAt, 0));
    }
    if (order.cancelledAt() != null) {
      long opened = leftAt == null ? placedAt : NO_ORDER;
      events.add(event(order, order.cancelledAt(), change, domain, Kind.CANCELLED, opened, 0));
    }
    return events;
  }

  private static RestaurantEvent event(
      OrderRow order,
      Instant at,
      Change<OrderRow> change,
      TimeDomain domain,
      Kind kind,
      long openedAt,
      int amount) {
    return new RestaurantEvent(
        order.restaurantId(),
        order.cityId(),
        Occurrence.of(change, at, domain),
        kind,
        1,
        openedAt,
        amount);
  }
}
