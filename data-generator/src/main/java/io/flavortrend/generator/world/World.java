package io.flavortrend.generator.world;

import java.util.List;

/**
 * All markets, and the ids from which new rows go on.
 *
 * @param markets in order of city id, never empty
 * @param nextOrderId id of the next order
 * @param nextCourierId id of the next courier to be taken on
 */
public record World(List<Market> markets, long nextOrderId, long nextCourierId) {
  /** Defensive copy. */
  public World {
    markets = List.copyOf(markets);
    if (markets.isEmpty()) {
      throw new IllegalArgumentException(
          "No city has restaurants with a menu and customers: run init-db in the live domain first");
    }
  }
}
