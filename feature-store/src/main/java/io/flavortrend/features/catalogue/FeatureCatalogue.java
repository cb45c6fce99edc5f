package io.flavortrend.features.catalogue;

import static io.flavortrend.features.catalogue.FeatureEntity.CITY;
import static io.flavortrend.features.catalogue.FeatureEntity.COURIER;
import static io.flavortrend.features.catalogue.FeatureEntity.RESTAURANT;

import io.flavortrend.features.catalogue.Feature.Type;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * Every feature that is computed from the stream, in the order in which aggregators give values.
 * Topics, tables, training set and dictionary follow from here.
 */
public final class FeatureCatalogue {
  /** From commit to the version in its topic, 99 of 100: what every feature is held to. */
  public static final Duration FRESHNESS = Duration.ofMillis(200);

  private static final List<Feature> RESTAURANTS =
      List.of(
          restaurant(
              "prep_minutes_mean_1h",
              Type.NUMBER,
              "minutes",
              "Mean of ready − accepted (placed where acceptance is not known) over the orders ready in the last hour; over 4 hours counts as 4 hours"),
          restaurant(
              "prep_minutes_p90_1h",
              Type.NUMBER,
              "minutes",
              "The smallest time within which nine of ten of the same orders were ready (nearest rank)"),
          restaurant(
              "prep_minutes_decayed",
              Type.NUMBER,
              "minutes",
              "Mean of the same times over 30 days, an order's weight halving each 24 hours"),
          restaurant(
              "open_orders",
              Type.COUNT,
              "orders",
              "Placed, and neither picked up nor delivered nor cancelled; after 24 hours, to the hour, no longer counted"),
          restaurant(
              "orders_per_minute_1h",
              Type.NUMBER,
              "orders/minute",
              "Orders placed in the last hour / 60"),
          restaurant(
              "cancel_rate_1h",
              Type.RATE,
              "share",
              "Cancelled / (cancelled + picked up), both in the last hour"),
          restaurant("paused", Type.FLAG, "0 or 1", "1 while the restaurant takes no orders"));

  private static final List<Feature> COURIERS =
      List.of(
          courier(
              "deliveries_today",
              Type.COUNT,
              "deliveries",
              "Delivered since midnight of the city's local time"),
          courier(
              "speed_kmh_last_n",
              Type.NUMBER,
              "km/h",
              "Distance / time from picked up to delivered, both summed over the last 20 deliveries of 30 days, as far as they tell both"),
          courier(
              "load",
              Type.COUNT,
              "orders",
              "Assigned, and neither delivered nor cancelled; after 24 hours, to the hour, no longer counted"),
          courier(
              "idle_since",
              Type.INSTANT,
              "epoch seconds",
              "Without load and not offline: the last delivery, or when the status became idle, whichever was later"),
          courier(
              "on_time_rate",
              Type.RATE,
              "share",
              "Delivered no later than promised, of the last 20 deliveries of 30 days that had a promise"),
          courier("vehicle", Type.CATEGORY, "code", "0 bicycle, 1 scooter, 2 car"));

  private static final List<Feature> CITIES =
      List.of(
          city(
              "pressure",
              Type.NUMBER,
              "0 to 100",
              "Demand that the idle couriers cannot serve: 100 × max(0, waiting − idle) / max(1, waiting), where waiting is the orders placed and not yet assigned to a courier, and one idle courier serves one order. 0 where nothing waits, 100 where nobody is idle; it rises with the orders and falls with the couriers"),
          city("idle_couriers", Type.COUNT, "couriers", "Couriers whose status is idle"),
          city(
              "open_orders",
              Type.COUNT,
              "orders",
              "Placed, and neither delivered nor cancelled; after 24 hours, to the hour, no longer counted"));

  private FeatureCatalogue() {}

  /** The entity's features, in the order in which its aggregator gives their values. */
  public static List<Feature> of(FeatureEntity entity) {
    return switch (entity) {
      case RESTAURANT -> RESTAURANTS;
      case COURIER -> COURIERS;
      case CITY -> CITIES;
    };
  }

  /** Their names, in the same order. */
  public static List<String> names(FeatureEntity entity) {
    return of(entity).stream().map(Feature::name).toList();
  }

  /** Every feature. */
  public static List<Feature> all() {
    return Arrays.stream(FeatureEntity.values()).flatMap(entity -> of(entity).stream()).toList();
  }

  private static Feature restaurant(String name, Type type, String unit, String description) {
    return feature(RESTAURANT, "restaurant-features", name, type, unit, description);
  }

  private static Feature courier(String name, Type type, String unit, String description) {
    return feature(COURIER, "courier-features", name, type, unit, description);
  }

  private static Feature city(String name, Type type, String unit, String description) {
    return feature(CITY, "city-kpis", name, type, unit, description);
  }

  private static Feature feature(
      FeatureEntity entity, String owner, String name, Type type, String unit, String description) {
    return new Feature(name, entity, type, unit, Double.NaN, FRESHNESS, owner, description);
  }
}
