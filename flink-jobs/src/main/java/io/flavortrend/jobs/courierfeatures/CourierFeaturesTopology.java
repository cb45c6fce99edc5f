package io.flavortrend.jobs.courierfeatures;

import static io.flavortrend.jobs.frame.OperatorNames.named;

import io.flavortrend.contracts.cdc.CourierRow;
import io.flavortrend.contracts.cdc.OrderRow;
import io.flavortrend.contracts.values.DeadLetter;
import io.flavortrend.features.catalogue.FeatureEntity;
import io.flavortrend.features.courier.CourierEvent;
import io.flavortrend.features.courier.CourierEvents;
import io.flavortrend.features.courier.CourierState;
import io.flavortrend.jobs.frame.capture.CapturedRecord;
import io.flavortrend.jobs.frame.capture.ReadChanges;
import io.flavortrend.jobs.frame.features.FeatureConfig;
import io.flavortrend.jobs.frame.features.FeatureGroup;
import io.flavortrend.jobs.frame.features.FeaturePipeline;
import io.flavortrend.jobs.frame.features.FeatureReading;
import io.flavortrend.jobs.frame.features.FeatureSinks;
import java.time.ZoneId;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * The job as a function of its sources and sinks; it never executes.
 *
 * <pre>
 *  orders ──────► order-events ──────┐             ┌─► courier-progress-markers ─► courier-features-topic
 *                                    ├─by courier─► courier-features
 *  couriers ─► courier-events ─┘             └─► courier-features-table
 *                    │
 *                    └─► dead-letters: of both, what breaks its contract or comes too late
 * </pre>
 */
final class CourierFeaturesTopology {
  private CourierFeaturesTopology() {}

  /**
   * The captured topics, with watermarks from their beats.
   *
   * @param orders changes of orders
   * @param couriers changes of couriers
   */
  record Sources(
      DataStream<CapturedRecord<OrderRow>> orders,
      DataStream<CapturedRecord<CourierRow>> couriers) {}

  /**
   * Builds the job.
   *
   * @param generation the job's generation where there is no state that knows it
   */
  static void build(
      Sources sources,
      FeatureSinks sinks,
      Sink<DeadLetter> deadLetters,
      CourierFeaturesConfig config,
      int generation) {
    ZoneId zone = config.cityTimezone();
    FeatureConfig features = config.features();
    var ofOrders =
        events(sources.orders(), CourierEvents::ofOrder, features, "order-events", "an order");
    var ofCouriers =
        events(
            sources.couriers(), CourierEvents::ofCourier, features, "courier-events", "a courier");
    FeaturePipeline.build(
        ofOrders.union(ofCouriers),
        new FeatureGroup<>(FeatureEntity.COURIER, CourierEvent.class, () -> new CourierState(zone)),
        sinks,
        features,
        generation);
    named(
        ofOrders
            .getSideOutput(ReadChanges.DEAD_LETTERS)
            .union(ofCouriers.getSideOutput(ReadChanges.DEAD_LETTERS))
            .sinkTo(deadLetters),
        "dead-letters",
        "Writes records that could not be used to topic dead_letters");
  }

  private static <R> SingleOutputStreamOperator<CourierEvent> events(
      DataStream<CapturedRecord<R>> changes,
      FeatureReading.EventsOf<R, CourierEvent> meaning,
      FeatureConfig config,
      String uid,
      String what) {
    FeatureReading<R, CourierEvent> reading =
        new FeatureReading<>(meaning, config.job().timeDomain(), config.allowedLateness());
    return named(
        changes
            .process(new ReadChanges<>(config.job().name(), reading))
            .returns(TypeInformation.of(CourierEvent.class)),
        uid,
        "Turns each change of " + what + " into what it adds to its courier's features");
  }
}
