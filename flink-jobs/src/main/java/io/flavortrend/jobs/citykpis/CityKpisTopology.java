package io.flavortrend.jobs.citykpis;

import static io.flavortrend.jobs.frame.OperatorNames.named;

import io.flavortrend.contracts.cdc.OrderRow;
import io.flavortrend.contracts.values.CityKpi;
import io.flavortrend.contracts.values.DeadLetter;
import io.flavortrend.contracts.values.FeatureVersion;
import io.flavortrend.jobs.frame.capture.CapturedRecord;
import io.flavortrend.jobs.frame.capture.ReadChanges;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * The job as a function of its source and sinks; it never executes.
 *
 * <pre>
 *  city features ──► city-pressure ──────────┐
 *  orders ──► order-contributions ──by city and minute──► city-minutes ─┬─► city-kpis-topic
 *  (beats         │ after − before,                        fold, show   │
 *   move time)    │ dated transitions                      while it     └─► city-kpis-table
 *                 │                                        changes
 *                 └─► dead-letters
 *                     what breaks its contract, what comes after its minute is closed
 * </pre>
 */
final class CityKpisTopology {
  private CityKpisTopology() {}

  /**
   * Where the results go.
   *
   * @param topic every emission, for those who watch
   * @param table the newest version, for those who ask
   * @param deadLetters records that could not be used
   */
  record Sinks(Sink<CityKpi> topic, Sink<CityKpi> table, Sink<DeadLetter> deadLetters) {}

  /**
   * Builds the job.
   *
   * @param orders the captured topic with watermarks from its beats
   * @param cityFeatures versions of cities' features, for the pressure
   * @param generation the job's generation where there is no state that knows it
   */
  static void build(
      DataStream<CapturedRecord<OrderRow>> orders,
      DataStream<FeatureVersion> cityFeatures,
      Sinks sinks,
      CityKpisConfig config,
      int generation) {
    SingleOutputStreamOperator<Contribution> contributions = contributions(orders, config);
    SingleOutputStreamOperator<CityKpi> kpis =
        minutes(contributions.union(pressures(cityFeatures)), config, generation);
    named(
        kpis.sinkTo(sinks.topic()), "city-kpis-topic", "Writes every emission to topic city_kpis");
    named(
        kpis.sinkTo(sinks.table()),
        "city-kpis-table",
        "Upserts the newest version into analytics.city_kpis");
    named(
        contributions.getSideOutput(ReadChanges.DEAD_LETTERS).sinkTo(sinks.deadLetters()),
        "dead-letters",
        "Writes records that could not be used to topic dead_letters");
  }

  private static SingleOutputStreamOperator<Contribution> contributions(
      DataStream<CapturedRecord<OrderRow>> orders, CityKpisConfig config) {
    OrderContributions reading =
        new OrderContributions(config.job().timeDomain(), config.allowedLateness());
    return named(
        orders
            .process(new ReadChanges<>(config.job().name(), reading))
            .returns(TypeInformation.of(Contribution.class)),
        "order-contributions",
        "Turns each change of an order into what it adds to its city's minutes");
  }

  private static SingleOutputStreamOperator<Contribution> pressures(
      DataStream<FeatureVersion> cityFeatures) {
    return named(
        cityFeatures.flatMap(new PressureContributions(), TypeInformation.of(Contribution.class)),
        "city-pressure",
        "Tells each minute the newest pressure of its city");
  }

  private static SingleOutputStreamOperator<CityKpi> minutes(
      DataStream<Contribution> contributions, CityKpisConfig config, int generation) {
    return named(
        contributions
            .keyBy(Contribution::key, TypeInformation.of(CityMinuteKey.class))
            .process(
                new CityMinuteFunction(config.emitInterval(), config.allowedLateness(), generation),
                TypeInformation.of(CityKpi.class)),
        "city-minutes",
        "Folds contributions into one row for each city and minute, and shows it while it changes");
  }
}
