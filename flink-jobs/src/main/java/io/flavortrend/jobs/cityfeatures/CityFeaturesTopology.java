package io.flavortrend.jobs.cityfeatures;

import static io.flavortrend.jobs.frame.OperatorNames.named;

import io.flavortrend.contracts.cdc.CourierRow;
import io.flavortrend.contracts.cdc.OrderRow;
import io.flavortrend.contracts.values.DeadLetter;
import io.flavortrend.contracts.values.FeatureVersion;
import io.flavortrend.features.catalogue.FeatureEntity;
import io.flavortrend.features.city.CityEvent;
import io.flavortrend.features.city.CityEvents;
import io.flavortrend.features.city.CityState;
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
 * The features of cities as a function of sources and sinks; it never executes.
 *
 * <pre>
 *  orders ───► city-order-events ───┐         ┌─► city-progress-markers ─► city-features-topic
 *                                   ├─by city─► city-features ─► (versions)
 *  couriers ─► city-courier-events ─┘         └─► city-features-table
 *                 │
 *                 └─► courier-dead-letters
 * </pre>
 *
 * What is wrong with an order is told once, by the job that reads orders beside this.
 */
public final class CityFeaturesTopology {
  private static final FeatureGroup<CityEvent> GROUP =
      new FeatureGroup<>(FeatureEntity.CITY, CityEvent.class, CityState::new);

  private CityFeaturesTopology() {}

  /**
   * The captured topics, with watermarks from their beats.
   *
   * @param orders changes of orders
   * @param couriers changes of couriers
   */
  public record Sources(
      DataStream<CapturedRecord<OrderRow>> orders,
      DataStream<CapturedRecord<CourierRow>> couriers) {}

  /**
   * Builds the part.
   *
   * @param deadLetters records of couriers that could not be used
   * @param generation the job's generation where there is no state that knows it
   * @return the versions
   */
  public static SingleOutputStreamOperator<FeatureVersion> build(
      Sources sources,
      FeatureSinks sinks,
      Sink<DeadLetter> deadLetters,
      FeatureConfig config,
      int generation) {
    var ofOrders =
        events(sources.orders(), CityEvents::ofOrder, config, "city-order-events", "an order");
    var ofCouriers =
        events(
            sources.couriers(), CityEvents::ofCourier, config, "city-courier-events", "a courier");
    named(
        ofCouriers.getSideOutput(ReadChanges.DEAD_LETTERS).sinkTo(deadLetters),
        "courier-dead-letters",
        "Writes records of couriers that could not be used to topic dead_letters");
    return FeaturePipeline.build(ofOrders.union(ofCouriers), GROUP, sinks, config, generation);
  }

  private static <R> SingleOutputStreamOperator<CityEvent> events(
      DataStream<CapturedRecord<R>> changes,
      FeatureReading.EventsOf<R, CityEvent> meaning,
      FeatureConfig config,
      String uid,
      String what) {
    FeatureReading<R, CityEvent> reading =
        new FeatureReading<>(meaning, config.job().timeDomain(), config.allowedLateness());
    return named(
        changes
            .process(new ReadChanges<>(config.job().name(), reading))
            .returns(TypeInformation.of(CityEvent.class)),
        uid,
        "Turns each change of " + what + " into what it adds to its city's features");
  }
}
