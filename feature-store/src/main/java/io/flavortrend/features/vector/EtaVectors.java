package io.flavortrend.features.vector;

import io.flavortrend.contracts.values.EnrichedOrder;
import io.flavortrend.contracts.values.Stage;
import io.flavortrend.features.catalogue.Feature;
import io.flavortrend.features.catalogue.Feature.Type;
import io.flavortrend.features.catalogue.FeatureCatalogue;
import io.flavortrend.features.catalogue.FeatureEntity;
import io.flavortrend.features.vector.VectorElement.Group;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Fills the vector: for the job, the training set and what-if questions alike. What is unknown is
 * NaN. All elapsed times count up to the order's event time, so that the same order and versions
 * give the same vector whenever it is made.
 */
public final class EtaVectors {
  private static final double MICROS_PER_MINUTE = 60e6;
  private static final int MINUTES_PER_DAY = 24 * 60;
  private static final Map<String, ZoneId> ZONES = new ConcurrentHashMap<>();

  private static final int STAGE = EtaVector.index("stage");
  private static final int HOUR = EtaVector.index("hour");
  private static final int WEEKDAY = EtaVector.index("weekday");
  private static final int HOLIDAY = EtaVector.index("holiday");
  private static final int SINCE_OPENING = EtaVector.index("minutes_since_opening");
  private static final int DISTANCE = EtaVector.index("distance_km");
  private static final int ITEMS = EtaVector.index("item_count");
  private static final int AMOUNT = EtaVector.index("total_amount");
  private static final int SINCE_PLACED = EtaVector.index("minutes_since_placed");
  private static final int SINCE_ACCEPTED = EtaVector.index("minutes_since_accepted");
  private static final int SINCE_READY = EtaVector.index("minutes_since_ready");
  private static final int PROMISE = EtaVector.index("promise_minutes");
  private static final int CONDITION = EtaVector.index("weather_condition");
  private static final int TEMPERATURE = EtaVector.index("weather_temperature_c");
  private static final int RAIN = EtaVector.index("weather_rain_mm");
  private static final int WIND = EtaVector.index("weather_wind_kmh");
  private static final int WEATHER_AGE = EtaVector.index("weather_age_minutes");

  private static final List<Slot> RESTAURANT = slots(FeatureEntity.RESTAURANT);
  private static final List<Slot> COURIER = slots(FeatureEntity.COURIER);
  private static final List<Slot> CITY = slots(FeatureEntity.CITY);

  private EtaVectors() {}

  private record Slot(String feature, int index, boolean instant) {
    void fill(double[] vector, double value, double seconds) {
      vector[index] = instant ? (seconds - value) / 60 : value;
    }
  }

  /**
   * The vector of an order at a stage.
   *
   * @param order as it stood at the stage; {@code eventTime} is the stage's time
   * @param restaurant features by name; null where no version is known
   * @param courier features by name; null where no version is known or no courier yet
   * @param city features by name; null where no version is known
   */
  public static double[] of(
      EnrichedOrder order,
      Stage stage,
      @Nullable Map<String, @Nullable Double> restaurant,
      @Nullable Map<String, @Nullable Double> courier,
      @Nullable Map<String, @Nullable Double> city) {
    double[] vector = new double[EtaVector.size()];
    Arrays.fill(vector, Double.NaN);
    Instant at = order.eventTime();
    vector[STAGE] = stage.ordinal();
    calendar(vector, order, at);
    vector[DISTANCE] = number(order.distanceKm());
    vector[ITEMS] = number(order.itemCount());
    vector[AMOUNT] = number(order.totalAmount());
    vector[SINCE_PLACED] = minutes(order.placedAt(), at);
    vector[SINCE_ACCEPTED] = minutesSince(order.acceptedAt(), at);
    vector[SINCE_READY] = minutesSince(order.readyAt(), at);
    Instant promisedAt = order.promisedAt();
    vector[PROMISE] = promisedAt == null ? Double.NaN : minutes(at, promisedAt);
    weather(vector, order);
    fill(vector, RESTAURANT, restaurant, at);
    fill(vector, COURIER, courier, at);
    fill(vector, CITY, city, at);
    return vector;
  }

  /** An entity's features in the order of the catalogue; NaN where unknown. */
  public static double[] values(FeatureEntity entity, Map<String, @Nullable Double> features) {
    List<Slot> slots = slotsOf(entity);
    double[] values = new double[slots.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = number(features.get(slots.get(i).feature()));
    }
    return values;
  }

  /**
   * Writes an entity's features into a vector that was made without them.
   *
   * @param values in the order of the catalogue; what is beyond its end is unknown
   * @param at the vector's event time
   */
  public static void fill(double[] vector, FeatureEntity entity, double[] values, Instant at) {
    List<Slot> slots = slotsOf(entity);
    double seconds = seconds(at);
    for (int i = 0; i < slots.size(); i++) {
      slots.get(i).fill(vector, i < values.length ? values[i] : Double.NaN, seconds);
    }
  }

  /** The vector by name, in its order; null for NaN. */
  public static Map<String, @Nullable Double> named(double[] vector) {
    Map<String, @Nullable Double> named = new LinkedHashMap<>(vector.length * 2);
    for (int i = 0; i < vector.length; i++) {
      named.put(EtaVector.names().get(i), Double.isNaN(vector[i]) ? null : vector[i]);
    }
    return named;
  }

  /** The vector of values by name; NaN where a name is absent or null. */
  public static double[] ofNamed(Map<String, @Nullable Double> named) {
    double[] vector = new double[EtaVector.size()];
    for (int i = 0; i < vector.length; i++) {
      vector[i] = number(named.get(EtaVector.names().get(i)));
    }
    return vector;
  }

  /** Whether a stage's vector is expected to have the group: before a courier is known, not his. */
  public static boolean needs(Stage stage, Group group) {
    return group != Group.COURIER || stage != Stage.PLACED;
  }

  private static void calendar(double[] vector, EnrichedOrder order, Instant at) {
    Boolean holiday = order.holiday();
    if (holiday != null) {
      vector[HOLIDAY] = holiday ? 1 : 0;
    }
    ZoneId zone = zone(order.timezone());
    if (zone == null) {
      return;
    }
    ZonedDateTime local = at.atZone(zone);
    double minute = local.toLocalTime().toNanoOfDay() / 60e9;
    vector[HOUR] = minute / 60;
    vector[WEEKDAY] = local.getDayOfWeek().getValue() - 1;
    Integer opens = order.restaurantOpensAtMinute();
    if (opens != null) {
      vector[SINCE_OPENING] = (minute - opens + MINUTES_PER_DAY) % MINUTES_PER_DAY;
    }
  }

  private static void weather(double[] vector, EnrichedOrder order) {
    EnrichedOrder.Weather weather = order.weather();
    if (weather == null) {
      return;
    }
    int condition = EtaVector.WEATHER_CONDITIONS.indexOf(weather.condition());
    vector[CONDITION] = condition < 0 ? Double.NaN : condition;
    vector[TEMPERATURE] = number(weather.temperatureC());
    vector[RAIN] = number(weather.rainMm());
    vector[WIND] = number(weather.windKmh());
    vector[WEATHER_AGE] = minutes(weather.observedAt(), order.eventTime());
  }

  private static void fill(
      double[] vector,
      List<Slot> slots,
      @Nullable Map<String, @Nullable Double> features,
      Instant at) {
    if (features == null) {
      return;
    }
    double seconds = seconds(at);
    for (Slot slot : slots) {
      slot.fill(vector, number(features.get(slot.feature())), seconds);
    }
  }

  private static double seconds(Instant at) {
    return at.getEpochSecond() + at.getNano() / 1e9;
  }

  private static List<Slot> slotsOf(FeatureEntity entity) {
    return switch (entity) {
      case RESTAURANT -> RESTAURANT;
      case COURIER -> COURIER;
      case CITY -> CITY;
    };
  }

  private static @Nullable ZoneId zone(@Nullable String name) {
    if (name == null) {
      return null;
    }
    ZoneId known = ZONES.get(name);
    if (known != null) {
      return known;
    }
    try {
      ZoneId zone = ZoneId.of(name);
      ZONES.put(name, zone);
      return zone;
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static double minutesSince(@Nullable Instant from, Instant to) {
    return from == null ? Double.NaN : minutes(from, to);
  }

  private static double minutes(Instant from, Instant to) {
    return ((to.getEpochSecond() - from.getEpochSecond()) * 1e6
            + (to.getNano() - from.getNano()) / 1_000)
        / MICROS_PER_MINUTE;
  }

  private static double number(@Nullable Number value) {
    return value == null ? Double.NaN : value.doubleValue();
  }

  private static List<Slot> slots(FeatureEntity entity) {
    List<Slot> slots = new ArrayList<>();
    for (Feature feature : FeatureCatalogue.of(entity)) {
      slots.add(
          new Slot(
              feature.name(),
              EtaVector.index(EtaVector.name(feature)),
              feature.type() == Type.INSTANT));
    }
    return List.copyOf(slots);
  }
}
