package io.flavortrend.generator.world;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * All markets, and the ids from which new rows go on.
 *
 * @param markets in order of city id, never empty
 * @param nextOrderId id of the next order
 * @param nextCourierId id of the next courier to be taken on
 * @param holidays local dates on which the whole country is off
 */
public record World(
    List<Market> markets, long nextOrderId, long nextCourierId, Set<LocalDate> holidays) {
  /** Defensive copies. */
  public World {
    markets = List.copyOf(markets);
    holidays = Set.copyOf(holidays);
    if (markets.isEmpty()) {
      throw new IllegalArgumentException(
          "No city has restaurants with a menu and customers: run init-db in the live domain first");
    }
  }
}
