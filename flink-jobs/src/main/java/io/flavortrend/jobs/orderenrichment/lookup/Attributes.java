package io.flavortrend.jobs.orderenrichment.lookup;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
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
   * A row of {@code public.cities}, and the public holidays there.
   *
   * @param population null where unknown
   */
  public record City(
      String name, @Nullable Integer population, String timezone, Set<LocalDate> holidays) {
    /** Whether the city's local day is a public holiday; null where its time zone is unheard of. */
    public @Nullable Boolean holidayAt(Instant instant) {
      try {
        return holidays.contains(instant.atZone(ZoneId.of(timezone)).toLocalDate());
      } catch (DateTimeException e) {
        return null;
      }
    }
  }

  /**
   * A row of {@code public.restaurants}; degrees in WGS 84.
   *
   * @param opensAtMinute minutes after midnight, local time
   */
  public record Restaurant(
      String name,
      @Nullable String cuisine,
      @Nullable Double latitude,
      @Nullable Double longitude,
      @Nullable Integer opensAtMinute) {}
}
