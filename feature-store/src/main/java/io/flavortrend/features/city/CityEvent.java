package io.flavortrend.features.city;

import io.flavortrend.features.fold.FeatureEvent;
import io.flavortrend.features.fold.Occurrence;

/**
 * What one dated transition adds to a city's features, or takes from them again.
 *
 * @param cityId the city
 * @param when when it happened
 * @param kind what happened
 * @param sign 1, or −1 where it is taken back
 * @param placedAt placing of the order, milliseconds; 0 for {@code IDLE}
 */
public record CityEvent(int cityId, Occurrence when, Kind kind, int sign, long placedAt)
    implements FeatureEvent<CityEvent> {

  /** What happened. */
  public enum Kind {
    /** An order was placed: it is open, and it waits for a courier. */
    PLACED,
    /** An order waits no longer: it has a courier, or its end. */
    SERVED,
    /** An order was delivered or cancelled. */
    CLOSED,
    /** A courier became idle. */
    IDLE
  }

  @Override
  public long entityId() {
    return cityId;
  }

  @Override
  public boolean lasting() {
    return kind == Kind.IDLE;
  }

  @Override
  public CityEvent withWhen(Occurrence newWhen) {
    return new CityEvent(cityId, newWhen, kind, sign, placedAt);
  }

  @Override
  public CityEvent negated() {
    return new CityEvent(cityId, when, kind, -sign, placedAt);
  }
}
