package io.flavortrend.webapi.predict;

import io.flavortrend.contracts.cdc.OrderStatus;
import io.flavortrend.contracts.values.EnrichedOrder;
import io.flavortrend.contracts.values.Stage;
import io.flavortrend.features.vector.EtaVector;
import io.flavortrend.features.vector.EtaVectors;
import io.flavortrend.webapi.problems.Problems;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an order would meet.
 *
 * @param holiday whether the local day is a public holiday
 * @param weather null where none was observed
 * @param restaurantFeatures by name; null where there are none, as of courier and city
 */
record Circumstances(
    Restaurant restaurant,
    boolean holiday,
    EnrichedOrder.@Nullable Weather weather,
    @Nullable Map<String, @Nullable Double> restaurantFeatures,
    @Nullable Map<String, @Nullable Double> courierFeatures,
    @Nullable Map<String, @Nullable Double> cityFeatures) {
  private static final int SINCE_PLACED = EtaVector.index("minutes_since_placed");

  /** By how much streets are longer than the straight line. */
  private static final double DETOUR = 1.3;

  private static final double EARTH_KM = 6_371;

  /**
   * Where it is cooked.
   *
   * @param opensAtMinute minutes after midnight, local time; null where unknown
   * @param latitude degrees; null where unknown, as longitude
   */
  record Restaurant(
      long id,
      int cityId,
      String timezone,
      String currency,
      @Nullable Integer opensAtMinute,
      @Nullable Double latitude,
      @Nullable Double longitude) {}

  /** The vector of the order, as the job would fill it. */
  double[] vector(WhatIf whatIf, Instant now) {
    double[] vector =
        EtaVectors.of(
            order(whatIf, now),
            whatIf.reached(),
            restaurantFeatures,
            courierFeatures,
            cityFeatures);
    if (!whatIf.isPlacedKnown()) {
      vector[SINCE_PLACED] = Double.NaN;
    }
    return vector;
  }

  private EnrichedOrder order(WhatIf whatIf, Instant now) {
    Instant at = whatIf.moment(now);
    Instant placedAt = whatIf.placedAt();
    return new EnrichedOrder(
        EnrichedOrder.SCHEMA_VERSION,
        0,
        restaurant.cityId(),
        null,
        null,
        restaurant.timezone(),
        holiday,
        restaurant.id(),
        null,
        null,
        restaurant.latitude(),
        restaurant.longitude(),
        restaurant.opensAtMinute(),
        0,
        null,
        whatIf.courierId(),
        status(whatIf.reached()),
        placedAt == null ? at : placedAt,
        whatIf.acceptedAt(),
        null,
        whatIf.readyAt(),
        null,
        null,
        null,
        whatIf.promisedAt(),
        distanceKm(whatIf),
        whatIf.itemCount(),
        Objects.requireNonNull(whatIf.totalAmount()),
        restaurant.currency(),
        false,
        weather,
        weather == null,
        null,
        false,
        false,
        at,
        0,
        new EnrichedOrder.Trace(at, at, at));
  }

  private BigDecimal distanceKm(WhatIf whatIf) {
    BigDecimal given = whatIf.distanceKm();
    Double latitude = whatIf.dropoffLatitude();
    Double longitude = whatIf.dropoffLongitude();
    if (given != null || latitude == null || longitude == null) {
      return Objects.requireNonNull(given);
    }
    if (restaurant.latitude() == null || restaurant.longitude() == null) {
      throw Problems.badParameter(
          "distance_km",
          "null",
          "a number: where restaurant %d is, is not known".formatted(restaurant.id()));
    }
    return BigDecimal.valueOf(
        DETOUR * straightKm(restaurant.latitude(), restaurant.longitude(), latitude, longitude));
  }

  /** By the haversine formula. */
  private static double straightKm(double latitude, double longitude, double to, double toward) {
    double north = Math.sin(Math.toRadians(to - latitude) / 2);
    double east = Math.sin(Math.toRadians(toward - longitude) / 2);
    double part =
        north * north
            + Math.cos(Math.toRadians(latitude)) * Math.cos(Math.toRadians(to)) * east * east;
    return 2 * EARTH_KM * Math.asin(Math.sqrt(part));
  }

  private static OrderStatus status(Stage stage) {
    return switch (stage) {
      case PLACED -> OrderStatus.PLACED;
      case ASSIGNED -> OrderStatus.ASSIGNED;
      case PICKED_UP -> OrderStatus.PICKED_UP;
    };
  }
}
