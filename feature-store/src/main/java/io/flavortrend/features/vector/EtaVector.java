package io.flavortrend.features.vector;

import static io.flavortrend.features.vector.VectorElement.Group.ORDER;
import static io.flavortrend.features.vector.VectorElement.Group.WEATHER;

import io.flavortrend.contracts.values.Stage;
import io.flavortrend.features.catalogue.Feature;
import io.flavortrend.features.catalogue.Feature.Type;
import io.flavortrend.features.catalogue.FeatureCatalogue;
import io.flavortrend.features.catalogue.FeatureEntity;
import io.flavortrend.features.vector.VectorElement.Group;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The elements of the vector, in its order. First those of the order and the weather, then every
 * feature of the catalogue as {@code <entity>_<feature>}; an instant becomes the minutes since, as
 * {@code <entity>_<feature without _since>_minutes}.
 */
public final class EtaVector {
  /** Conditions of the weather by their codes. */
  public static final List<String> WEATHER_CONDITIONS =
      List.of("clear", "clouds", "rain", "storm", "fog", "wind");

  private static final List<String> WEEKDAYS =
      List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");
  private static final List<String> VEHICLES = List.of("bicycle", "scooter", "car");

  private static final List<VectorElement> ELEMENTS = elements();
  private static final List<String> NAMES = ELEMENTS.stream().map(VectorElement::name).toList();
  private static final Map<String, Integer> INDEXES = indexes();

  private EtaVector() {}

  /** Every element, in order. */
  public static List<VectorElement> all() {
    return ELEMENTS;
  }

  /** Their names, in order. */
  public static List<String> names() {
    return NAMES;
  }

  /** The number of elements. */
  public static int size() {
    return ELEMENTS.size();
  }

  /**
   * Where an element stands.
   *
   * @throws IllegalArgumentException when there is none of that name
   */
  public static int index(String name) {
    Integer index = INDEXES.get(name);
    if (index == null) {
      throw new IllegalArgumentException("No element of the vector is called " + name);
    }
    return index;
  }

  /** The name in the vector of an entity's feature. */
  public static String name(Feature feature) {
    String name = feature.entity().code() + "_" + feature.name();
    return feature.type() == Type.INSTANT ? name.replaceFirst("_since$", "") + "_minutes" : name;
  }

  private static List<VectorElement> elements() {
    List<VectorElement> elements =
        new ArrayList<>(
            List.of(
                category(
                    "stage",
                    ORDER,
                    "What the order has just reached",
                    Arrays.stream(Stage.values()).map(Stage::code).toList()),
                number("hour", ORDER, "hours", "Local time of the city, 0 to 24 with fractions"),
                category("weekday", ORDER, "Local day of the city", WEEKDAYS),
                new VectorElement(
                    "holiday", ORDER, Type.FLAG, "0 or 1", "Public holiday, local day", List.of()),
                number(
                    "minutes_since_opening",
                    ORDER,
                    "minutes",
                    "Since the restaurant's last opening time, 0 to 1440"),
                number("distance_km", ORDER, "km", "From restaurant to customer"),
                number("item_count", ORDER, "items", "Items of the order"),
                number("total_amount", ORDER, "the order's currency", "Value of the order"),
                number("minutes_since_placed", ORDER, "minutes", "Since it was placed"),
                number("minutes_since_accepted", ORDER, "minutes", "Since it was accepted"),
                number("minutes_since_ready", ORDER, "minutes", "Since the food was ready"),
                number(
                    "promise_minutes",
                    ORDER,
                    "minutes",
                    "Left until the promised time; may be < 0"),
                category("weather_condition", WEATHER, "Newest observation", WEATHER_CONDITIONS),
                number("weather_temperature_c", WEATHER, "°C", "Newest observation"),
                number("weather_rain_mm", WEATHER, "mm", "In the hour before the observation"),
                number("weather_wind_kmh", WEATHER, "km/h", "Newest observation"),
                number("weather_age_minutes", WEATHER, "minutes", "Since the observation")));
    for (FeatureEntity entity : FeatureEntity.values()) {
      for (Feature feature : FeatureCatalogue.of(entity)) {
        boolean instant = feature.type() == Type.INSTANT;
        elements.add(
            new VectorElement(
                name(feature),
                Group.valueOf(entity.name()),
                instant ? Type.NUMBER : feature.type(),
                instant ? "minutes" : feature.unit(),
                (instant ? "Minutes since: " : "") + feature.description(),
                feature.type() == Type.CATEGORY ? VEHICLES : List.of()));
      }
    }
    return List.copyOf(elements);
  }

  private static VectorElement number(String name, Group group, String unit, String description) {
    return new VectorElement(name, group, Type.NUMBER, unit, description, List.of());
  }

  private static VectorElement category(
      String name, Group group, String description, List<String> categories) {
    return new VectorElement(name, group, Type.CATEGORY, "code", description, categories);
  }

  private static Map<String, Integer> indexes() {
    Map<String, Integer> indexes = new HashMap<>();
    for (int i = 0; i < ELEMENTS.size(); i++) {
      if (indexes.put(ELEMENTS.get(i).name(), i) != null) {
        throw new IllegalStateException("Twice in the vector: " + ELEMENTS.get(i).name());
      }
    }
    return Map.copyOf(indexes);
  }
}
