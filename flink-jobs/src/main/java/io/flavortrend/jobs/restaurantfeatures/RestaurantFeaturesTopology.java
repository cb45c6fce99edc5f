package io.flavortrend.jobs.restaurantfeatures;

import static io.flavortrend.jobs.frame.OperatorNames.named;

import io.flavortrend.contracts.cdc.OrderRow;
import io.flavortrend.contracts.cdc.RestaurantRow;
import io.flavortrend.contracts.values.DeadLetter;
import io.flavortrend.features.catalogue.FeatureEntity;
import io.flavortrend.features.restaurant.RestaurantEvent;
import io.flavortrend.features.restaurant.RestaurantEvents;
import io.flavortrend.features.restaurant.RestaurantState;
import io.flavortrend.jobs.frame.capture.CapturedRecord;
import io.flavortrend.jobs.frame.capture.ReadChanges;
import io.flavortrend.jobs.frame.features.FeatureConfig;
import io.flavortrend.jobs.frame.features.FeatureGroup;
import io.flavortrend.jobs.frame.features.FeaturePipeline;
import io.flavortrend.jobs.frame.features.FeatureReading;
import io.flavortrend.jobs.frame.features.FeatureSinks;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * The job as a function of its sources and sinks; it never executes.
 *
 * <pre>
 *  orders ──────► order-events ──────┐             ┌─► restaurant-progress-markers ─► restaurant-features-topic
 *                                    ├─by restaurant─► restaurant-features
 *  restaurants ─► restaurant-events ─┘             └─► restaurant-features-table
 *                    │
 *                    └─► dead-letters: of both, what breaks its contract or comes too late
 * </pre>
 */
final class RestaurantFeaturesTopology {
  private static final FeatureGroup<RestaurantEvent> GROUP =
      new FeatureGroup<>(FeatureEntity.RESTAURANT, RestaurantEvent.class, RestaurantState::new);

  private RestaurantFeaturesTopology() {}

  /**
   * The captured topics, with watermarks from their beats.
   *
   * @param orders changes of orders
   * @param restaurants changes of restaurants
   */
  record Sources(
      DataStream<CapturedRecord<OrderRow>> orders,
      DataStream<CapturedRecord<RestaurantRow>> restaurants) {}

  /**
   * Builds the job.
   *
   * @param generation the job's generation where there is no state that knows it
   */
  static void build(
      Sources sources,
      FeatureSinks sinks,
      Sink<DeadLetter> deadLetters,
      FeatureConfig config,
      int generation) {
    var ofOrders =
        events(sources.orders(), RestaurantEvents::ofOrder, config, "order-events", "an order");
    var ofRestaurants =
        events(
            sources.restaurants(),
            RestaurantEvents::ofRestaurant,
            config,
            "restaurant-events",
            "a restaurant");
    FeaturePipeline.build(ofOrders.union(ofRestaurants), GROUP, sinks, config, generation);
    named(
        ofOrders
            .getSideOutput(ReadChanges.DEAD_LETTERS)
            .union(ofRestaurants.getSideOutput(ReadChanges.DEAD_LETTERS))
            .sinkTo(deadLetters),
        "dead-letters",
        "Writes records that could not be used to topic dead_letters");
  }

  private static <R> SingleOutputStreamOperator<RestaurantEvent> events(
      DataStream<CapturedRecord<R>> changes,
      FeatureReading.EventsOf<R, RestaurantEvent> meaning,
      FeatureConfig config,
      String uid,
      String what) {
    FeatureReading<R, RestaurantEvent> reading =
        new FeatureReading<>(meaning, config.job().timeDomain(), config.allowedLateness());
    return named(
        changes
            .process(new ReadChanges<>(config.job().name(), reading))
            .returns(TypeInformation.of(RestaurantEvent.class)),
        uid,
        "Turns each change of " + what + " into what it adds to its restaurant's features");
  }
}
