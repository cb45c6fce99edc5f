package io.flavortrend.webapi.predict;

import io.flavortrend.contracts.values.Stage;
import io.flavortrend.webapi.problems.Problems;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An order that is not, as a request describes it.
 *
 * @param distanceKm from restaurant to customer; in its place the customer's location, degrees
 * @param totalAmount in the city's currency
 * @param stage what the order has just reached: placed, assigned or picked_up
 * @param courierId null where not known
 * @param at when it reached the stage; null for now
 * @param placedAt null for {@code at} where it has just been placed, else unknown
 * @param acceptedAt null where it was not, or unknown, as {@code readyAt}
 * @param promisedAt null where unknown
 */
record WhatIf(
    @Nullable Long restaurantId,
    @Nullable BigDecimal distanceKm,
    @Nullable Double dropoffLatitude,
    @Nullable Double dropoffLongitude,
    @Nullable Integer itemCount,
    @Nullable BigDecimal totalAmount,
    @Nullable String stage,
    @Nullable Long courierId,
    @Nullable Instant at,
    @Nullable Instant placedAt,
    @Nullable Instant acceptedAt,
    @Nullable Instant readyAt,
    @Nullable Instant promisedAt) {
  private static final BigDecimal MAX_KM = BigDecimal.valueOf(100);
  private static final BigDecimal MAX_AMOUNT = BigDecimal.valueOf(1_000_000);
  private static final int MAX_ITEMS = 1_000;
  private static final Duration FAR = Duration.ofDays(7);

  /**
   * Refuses what is missing or makes no sense.
   *
   * @throws org.springframework.web.ErrorResponseException 400 naming the field
   */
  void require(Instant now) {
    require(restaurantId != null, "restaurant_id", restaurantId, "the id of a restaurant");
    requireWay();
    require(
        itemCount != null && itemCount >= 1 && itemCount <= MAX_ITEMS,
        "item_count",
        itemCount,
        "a whole number from 1 to %d".formatted(MAX_ITEMS));
    require(
        isWithin(totalAmount, MAX_AMOUNT),
        "total_amount",
        totalAmount,
        "a number from 0 to %s".formatted(MAX_AMOUNT));
    Instant moment = moment(now);
    require(
        Duration.between(now, moment).abs().compareTo(FAR) <= 0,
        "at",
        at,
        "an instant within %d days of now".formatted(FAR.toDays()));
    requireBefore("placed_at", placedAt, moment);
    requireBefore("accepted_at", acceptedAt, moment);
    requireBefore("ready_at", readyAt, moment);
    var unused = reached();
  }

  /** The stage. */
  Stage reached() {
    return Arrays.stream(Stage.values())
        .filter(known -> known.code().equals(stage))
        .findFirst()
        .orElseThrow(
            () ->
                Problems.badParameter(
                    "stage",
                    String.valueOf(stage),
                    Arrays.stream(Stage.values())
                        .map(Stage::code)
                        .collect(Collectors.joining(", ", "one of ", ""))));
  }

  /** When the order reached the stage. */
  Instant moment(Instant now) {
    return at == null ? now : at;
  }

  /** True where it is known when the order was placed. */
  boolean isPlacedKnown() {
    return placedAt != null || reached() == Stage.PLACED;
  }

  private void requireWay() {
    if (dropoffLatitude == null && dropoffLongitude == null) {
      require(
          isWithin(distanceKm, MAX_KM),
          "distance_km",
          distanceKm,
          "a number from 0 to %s, or dropoff_latitude and dropoff_longitude".formatted(MAX_KM));
      return;
    }
    require(
        distanceKm == null,
        "distance_km",
        distanceKm,
        "nothing beside dropoff_latitude and dropoff_longitude");
    require(
        dropoffLatitude != null && Math.abs(dropoffLatitude) <= 90,
        "dropoff_latitude",
        dropoffLatitude,
        "degrees from -90 to 90");
    require(
        dropoffLongitude != null && Math.abs(dropoffLongitude) <= 180,
        "dropoff_longitude",
        dropoffLongitude,
        "degrees from -180 to 180");
  }

  private static void requireBefore(String field, @Nullable Instant earlier, Instant moment) {
    require(
        earlier == null || !earlier.isAfter(moment),
        field,
        earlier,
        "an instant not after %s".formatted(moment));
  }

  private static boolean isWithin(@Nullable BigDecimal value, BigDecimal most) {
    return value != null && value.signum() >= 0 && value.compareTo(most) <= 0;
  }

  private static void require(boolean right, String field, @Nullable Object value, String allowed) {
    if (!right) {
      throw Problems.badParameter(field, String.valueOf(value), allowed);
    }
  }
}
