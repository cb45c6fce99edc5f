package io.flavortrend.jobs.orderenrichment;

import static io.flavortrend.jobs.frame.OperatorNames.named;

import io.flavortrend.contracts.cdc.OrderRow;
import io.flavortrend.contracts.cdc.WeatherRow;
import io.flavortrend.contracts.topics.TopicCatalogue;
import io.flavortrend.contracts.values.DeadLetter;
import io.flavortrend.contracts.values.EnrichedOrder;
import io.flavortrend.jobs.frame.capture.CapturedRecord;
import io.flavortrend.jobs.frame.capture.ReadChanges;
import io.flavortrend.jobs.frame.progress.MarkProgress;
import io.flavortrend.jobs.orderenrichment.lookup.LookupFactory;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * The job as a function of its sources, lookups and sinks; it never executes.
 *
 * <pre>
 *  orders ───► order-versions ──by city──► weather-join ──by order──► lookups ─┬─► progress-markers ─► orders-enriched-topic
 *                  │                        ▲  point in               city,    │   how far the topic
 *                  │                        │  time, corrected        restau-  │   is complete
 *  weather ──► weather-changes ──by city────┘                         rant,    └─► orders-enriched-table
 *  (beats          │                                                  customer
 *   move time)     └─► dead-letters
 * </pre>
 */
final class OrderEnrichmentTopology {
  private OrderEnrichmentTopology() {}

  /**
   * Where the results go.
   *
   * @param topic every answer, and the progress markers between them
   * @param table the newest version, for those who ask
   * @param deadLetters records that could not be used
   */
  record Sinks(
      Sink<EnrichedRecord> topic, Sink<EnrichedOrder> table, Sink<DeadLetter> deadLetters) {}

  /**
   * Builds the job.
   *
   * @param orders the captured topic with watermarks from its beats; nobody waits for them
   * @param weather the captured topic with watermarks from its beats
   * @param generation the job's generation where there is no state that knows it
   */
  static void build(
      DataStream<CapturedRecord<OrderRow>> orders,
      DataStream<CapturedRecord<WeatherRow>> weather,
      LookupFactory lookups,
      Sinks sinks,
      OrderEnrichmentConfig config,
      int generation) {
    SingleOutputStreamOperator<OrderVersion> versions = versions(orders, config);
    SingleOutputStreamOperator<WeatherChange> changes = changes(weather, config);
    SingleOutputStreamOperator<EnrichedOrder> enriched =
        lookups(join(versions, changes, config), lookups, config);
    named(
        marked(enriched, config, generation).sinkTo(sinks.topic()),
        "orders-enriched-topic",
        "Writes every answer and the markers to topic orders_enriched");
    named(
        enriched.sinkTo(sinks.table()),
        "orders-enriched-table",
        "Upserts the newest version into analytics.orders_enriched");
    named(
        versions
            .getSideOutput(ReadChanges.DEAD_LETTERS)
            .union(changes.getSideOutput(ReadChanges.DEAD_LETTERS))
            .sinkTo(sinks.deadLetters()),
        "dead-letters",
        "Writes records that could not be used to topic dead_letters");
  }

  private static SingleOutputStreamOperator<EnrichedRecord> marked(
      DataStream<EnrichedOrder> enriched, OrderEnrichmentConfig config, int generation) {
    return named(
        enriched.transform(
            "progress-markers",
            TypeInformation.of(EnrichedRecord.class),
            new MarkProgress<>(
                EnrichedRecord.marking(),
                TopicCatalogue.ORDERS_ENRICHED.partitions(),
                config.markerInterval(),
                generation)),
        "progress-markers",
        "Writes into every partition how far its orders are complete");
  }

  private static SingleOutputStreamOperator<OrderVersion> versions(
      DataStream<CapturedRecord<OrderRow>> orders, OrderEnrichmentConfig config) {
    OrderVersions reading = new OrderVersions(config.job().timeDomain(), config.allowedLateness());
    return named(
        orders
            .process(new ReadChanges<>(config.job().name(), reading))
            .returns(TypeInformation.of(OrderVersion.class)),
        "order-versions",
        "Dates each change of an order by its newest stage");
  }

  private static SingleOutputStreamOperator<WeatherChange> changes(
      DataStream<CapturedRecord<WeatherRow>> weather, OrderEnrichmentConfig config) {
    return named(
        weather
            .process(
                new ReadChanges<>(
                    config.job().name(), new WeatherChanges(config.allowedLateness())))
            .returns(TypeInformation.of(WeatherChange.class)),
        "weather-changes",
        "Turns each change of a weather row into observations");
  }

  private static SingleOutputStreamOperator<WeatheredOrder> join(
      DataStream<OrderVersion> versions,
      DataStream<WeatherChange> changes,
      OrderEnrichmentConfig config) {
    return named(
        versions
            .keyBy(order -> order.row().cityId(), Types.INT)
            .connect(changes.keyBy(WeatherChange::cityId, Types.INT))
            .transform(
                "weather-join",
                TypeInformation.of(WeatheredOrder.class),
                new WeatherJoinOperator(
                    config.job().timeDomain(),
                    config.weatherCap(),
                    config.weatherCorrectedFor(),
                    config.allowedLateness())),
        "weather-join",
        "Joins each order with the weather of its city at its time");
  }

  private static SingleOutputStreamOperator<EnrichedOrder> lookups(
      DataStream<WeatheredOrder> orders, LookupFactory lookups, OrderEnrichmentConfig config) {
    return named(
        orders
            .keyBy(WeatheredOrder::orderId, Types.LONG)
            .process(
                new LookupOperator(lookups, config.lookupPatience(), config.lookupRetryFor()),
                TypeInformation.of(EnrichedOrder.class)),
        "lookups",
        "Adds what the database knows of city, restaurant and customer");
  }
}
