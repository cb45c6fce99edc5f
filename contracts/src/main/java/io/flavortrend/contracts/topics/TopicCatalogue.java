package io.flavortrend.contracts.topics;

import io.flavortrend.contracts.cdc.CourierRow;
import io.flavortrend.contracts.cdc.DeliveryRouteRow;
import io.flavortrend.contracts.cdc.OrderRow;
import io.flavortrend.contracts.cdc.RestaurantRow;
import io.flavortrend.contracts.cdc.ReviewRow;
import io.flavortrend.contracts.cdc.WeatherRow;
import io.flavortrend.contracts.topics.TopicSpec.Cleanup;
import io.flavortrend.contracts.values.CityKpi;
import io.flavortrend.contracts.values.DeadLetter;
import io.flavortrend.contracts.values.DynamicSlaViolation;
import io.flavortrend.contracts.values.EnrichedOrder;
import io.flavortrend.contracts.values.EtaPrediction;
import io.flavortrend.contracts.values.FeatureVersion;
import io.flavortrend.contracts.values.ModelPerformance;
import io.flavortrend.contracts.values.ModelRelease;
import io.flavortrend.contracts.values.ReviewSentiment;
import io.flavortrend.contracts.values.SlaLimits;
import io.flavortrend.contracts.values.SlaViolation;
import java.time.Duration;
import java.util.List;

/** Every topic of the platform: the one place that knows names, keys, partitions and retention. */
public final class TopicCatalogue {
  /** Debezium's logical server name, the prefix of all captured topics. */
  public static final String CAPTURE_PREFIX = "flavor";

  public static final TopicSpec ORDERS = captured("orders", OrderRow.class, 2, 30);
  public static final TopicSpec ORDER_REVIEWS = captured("order_reviews", ReviewRow.class, 1, 30);
  public static final TopicSpec WEATHER_CONDITIONS =
      captured("weather_conditions", WeatherRow.class, 1, 30);
  public static final TopicSpec COURIERS = captured("couriers", CourierRow.class, 1, 30);
  public static final TopicSpec RESTAURANTS = captured("restaurants", RestaurantRow.class, 1, 30);
  public static final TopicSpec DELIVERY_ROUTES =
      captured("delivery_routes", DeliveryRouteRow.class, 2, 7);

  /** Begin and end of each captured transaction; the value is Debezium's own. */
  public static final TopicSpec TRANSACTION =
      new TopicSpec(
          CAPTURE_PREFIX + ".transaction",
          "transaction id",
          Object.class,
          Cleanup.DELETE,
          1,
          Duration.ofDays(7),
          true);

  public static final TopicSpec CITY_KPIS =
      new TopicSpec(
          "city_kpis", "city_id", CityKpi.class, Cleanup.DELETE, 2, Duration.ofDays(30), false);
  public static final TopicSpec SLA_VIOLATIONS =
      new TopicSpec(
          "sla_violations",
          "order_id",
          SlaViolation.class,
          Cleanup.DELETE,
          2,
          Duration.ofDays(30),
          false);
  public static final TopicSpec SLA_LIMITS =
      new TopicSpec(
          "sla_limits",
          "city_id or default",
          SlaLimits.class,
          Cleanup.COMPACT,
          1,
          Duration.ofDays(30),
          false);
  public static final TopicSpec REVIEW_SENTIMENT =
      new TopicSpec(
          "review_sentiment",
          "restaurant_id, or courier/ and the id in rows of couriers",
          ReviewSentiment.class,
          Cleanup.DELETE,
          1,
          Duration.ofDays(30),
          false);

  /** Orders with the weather of their time, with progress markers between them. */
  public static final TopicSpec ORDERS_ENRICHED =
      new TopicSpec(
          "orders_enriched",
          "order_id",
          EnrichedOrder.class,
          Cleanup.DELETE,
          2,
          Duration.ofDays(30),
          false);

  /** Features of restaurants, with progress markers between them. */
  public static final TopicSpec RESTAURANT_FEATURES = features("restaurant_features_live", 2);

  /** Features of couriers, with progress markers between them. */
  public static final TopicSpec COURIER_FEATURES = features("courier_features_live", 2);

  /** Features of cities, with progress markers between them. */
  public static final TopicSpec CITY_FEATURES = features("city_features_live", 1);

  /** Which model plays which role from when on. */
  public static final TopicSpec ETA_MODELS =
      new TopicSpec(
          "eta_models", "role", ModelRelease.class, Cleanup.COMPACT, 1, Duration.ZERO, false);

  /** The champion's predictions: the ones that are shown. */
  public static final TopicSpec ETA_PREDICTIONS = results("eta_predictions", EtaPrediction.class);

  /** The challenger's predictions: logged only. */
  public static final TopicSpec ETA_PREDICTIONS_SHADOW =
      results("eta_predictions_shadow", EtaPrediction.class);

  public static final TopicSpec DYNAMIC_SLA_VIOLATIONS =
      results("dynamic_sla_violations", DynamicSlaViolation.class);
  public static final TopicSpec MODEL_PERFORMANCE =
      new TopicSpec(
          "model_performance",
          "model version",
          ModelPerformance.class,
          Cleanup.DELETE,
          1,
          Duration.ofDays(30),
          false);

  public static final TopicSpec DEAD_LETTERS =
      new TopicSpec(
          "dead_letters",
          "source topic",
          DeadLetter.class,
          Cleanup.DELETE,
          1,
          Duration.ofDays(365),
          false);

  private static final List<TopicSpec> ALL =
      List.of(
          ORDERS,
          ORDER_REVIEWS,
          WEATHER_CONDITIONS,
          COURIERS,
          RESTAURANTS,
          DELIVERY_ROUTES,
          TRANSACTION,
          CITY_KPIS,
          SLA_VIOLATIONS,
          SLA_LIMITS,
          REVIEW_SENTIMENT,
          ORDERS_ENRICHED,
          RESTAURANT_FEATURES,
          COURIER_FEATURES,
          CITY_FEATURES,
          ETA_MODELS,
          ETA_PREDICTIONS,
          ETA_PREDICTIONS_SHADOW,
          DYNAMIC_SLA_VIOLATIONS,
          MODEL_PERFORMANCE,
          DEAD_LETTERS);

  private TopicCatalogue() {}

  /** All topics. */
  public static List<TopicSpec> all() {
    return ALL;
  }

  /** The topics of captured tables: the ones that carry progress beats. */
  public static List<TopicSpec> capturedTables() {
    return ALL.stream().filter(topic -> topic.captured() && topic != TRANSACTION).toList();
  }

  /** The topics of features: the ones that carry progress markers. */
  public static List<TopicSpec> features() {
    return List.of(RESTAURANT_FEATURES, COURIER_FEATURES, CITY_FEATURES);
  }

  private static TopicSpec results(String name, Class<?> value) {
    return new TopicSpec(name, "order_id", value, Cleanup.DELETE, 2, Duration.ofDays(30), false);
  }

  private static TopicSpec features(String name, int partitions) {
    return new TopicSpec(
        name,
        "entity id",
        FeatureVersion.class,
        Cleanup.COMPACT,
        partitions,
        // Not used: a compacted topic keeps the newest of each key.
        Duration.ZERO,
        false);
  }

  private static TopicSpec captured(String table, Class<?> row, int partitions, int retentionDays) {
    return new TopicSpec(
        CAPTURE_PREFIX + ".public." + table,
        "row's primary key",
        row,
        Cleanup.DELETE,
        partitions,
        Duration.ofDays(retentionDays),
        true);
  }
}
