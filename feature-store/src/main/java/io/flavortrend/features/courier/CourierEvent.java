package io.flavortrend.features.courier;

import io.flavortrend.features.fold.FeatureEvent;
import io.flavortrend.features.fold.Occurrence;

/**
 * What one dated transition adds to a courier's features, or takes from them again.
 *
 * @param courierId the courier
 * @param cityId the city of the order or the row
 * @param when when it happened
 * @param kind what happened
 * @param sign 1, or −1 where it is taken back; always 1 for what the courier's row says
 * @param loadedAt assignment of the order that loads or unloads the courier with this,
 *     milliseconds; {@link #NO_LOAD} where none does
 * @param delivery what a {@code DELIVERED} order says; {@link Delivery#NONE} else
 * @param status for {@code ROW}: 0 offline, 1 idle, 2 busy
 * @param vehicle for {@code ROW}: 0 bicycle, 1 scooter, 2 car
 */
public record CourierEvent(
    long courierId,
    int cityId,
    Occurrence when,
    Kind kind,
    int sign,
    long loadedAt,
    Delivery delivery,
    int status,
    int vehicle)
    implements FeatureEvent<CourierEvent> {

  /** The value of {@code loadedAt} where no order loads or unloads the courier. */
  public static final long NO_LOAD = Long.MIN_VALUE;

  /** What happened. */
  public enum Kind {
    /** An order was assigned to the courier. */
    ASSIGNED,
    /** The courier delivered an order. */
    DELIVERED,
    /** An order of the courier's was cancelled. */
    CANCELLED,
    /** The courier's row says status and vehicle. */
    ROW,
    /** The courier's row was deleted. */
    GONE
  }

  @Override
  public long entityId() {
    return courierId;
  }

  @Override
  public boolean lasting() {
    return kind == Kind.ROW || kind == Kind.GONE;
  }

  @Override
  public CourierEvent withWhen(Occurrence newWhen) {
    return new CourierEvent(
        courierId, cityId, newWhen, kind, sign, loadedAt, delivery, status, vehicle);
  }

  @Override
  public CourierEvent negated() {
    return new CourierEvent(
        courierId, cityId, when, kind, -sign, loadedAt, delivery, status, vehicle);
  }
}
