package io.flavortrend.jobs.orderenrichment.lookup;

import org.jspecify.annotations.Nullable;

/**
 * What is known around an order.
 *
 * @param city null where there is no such city, or the database did not say
 * @param restaurant null where there is no such restaurant, or the database did not say
 * @param customerCityId null where there is no such customer, or the database did not say
 * @param complete false where the database has not answered for all three
 */
public record Attributes(
    @Nullable City city,
    @Nullable Restaurant restaurant,
    @Nullable Integer customerCityId,
    boolean complete) {

  /**
   * A row of {@code public.cities}.
   *
   * @param population null where unknown
   */
  public record City(String name, @Nullable Integer population, String timezone) {}

  /** A row of {@code public.restaurants}; degrees in WGS 84. */
  public record Restaurant(
      String name,
      @Nullable String cuisine,
      @Nullable Double latitude,
      @Nullable Double longitude) {}
}
