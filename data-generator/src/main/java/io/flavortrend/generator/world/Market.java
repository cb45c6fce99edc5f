package io.flavortrend.generator.world;

import java.util.List;

/**
 * One city with all that is needed for an order there.
 *
 * @param restaurants never empty
 * @param customerIds never empty
 * @param couriers may be empty: the dispatcher takes on new ones
 */
public record Market(
    City city, List<Restaurant> restaurants, List<Long> customerIds, List<CourierRecord> couriers) {
  /** Defensive copies. */
  public Market {
    restaurants = List.copyOf(restaurants);
    customerIds = List.copyOf(customerIds);
    couriers = List.copyOf(couriers);
  }
}
