package io.flavortrend.features.restaurant;

import io.flavortrend.features.fold.FeatureEvent;
import io.flavortrend.features.fold.Occurrence;

/**
 * What one dated transition adds to a restaurant's features, or takes from them again.
 *
 * @param restaurantId the restaurant
 * @param cityId its city
 * @param when when it happened
 * @param kind what happened
 * @param sign 1, or −1 where it is taken back; always 1 for what the restaurant's row says
 * @param openedAt placing of the order that opens or closes with this, milliseconds; {@link
 *     #NO_ORDER} where none does
 * @param amount for {@code READY} the preparation in seconds, for {@code ROW} 1 while paused
 */
public record RestaurantEvent(
    long restaurantId, int cityId, Occurrence when, Kind kind, int sign, long openedAt, int amount)
    implements FeatureEvent<RestaurantEvent> {

  /** The value of {@code openedAt} where no order opens or closes. */
  public static final long NO_ORDER = Long.MIN_VALUE;

  /** What happened. */
  public enum Kind {
    /** An order was placed. */
    PLACED,
    /** An order was ready. */
    READY,
    /** An order left the restaurant. */
    LEFT,
    /** An order was cancelled. */
    CANCELLED,
    /** The restaurant's row says whether it is paused. */
    ROW,
    /** The restaurant's row was deleted. */
    GONE
  }

  @Override
  public long entityId() {
    return restaurantId;
  }

  @Override
  public boolean lasting() {
    return kind == Kind.ROW || kind == Kind.GONE;
  }

  @Override
  public RestaurantEvent withWhen(Occurrence newWhen) {
    return new RestaurantEvent(restaurantId, cityId, newWhen, kind, sign, openedAt, amount);
  }

  @Override
  public RestaurantEvent negated() {
    return new RestaurantEvent(restaurantId, cityId, when, kind, -sign, openedAt, amount);
  }
}
