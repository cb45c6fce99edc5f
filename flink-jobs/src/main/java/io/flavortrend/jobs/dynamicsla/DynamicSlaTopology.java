package io.flavortrend.jobs.dynamicsla;

import static io.flavortrend.jobs.frame.OperatorNames.named;

import io.flavortrend.contracts.cdc.OrderRow;
import io.flavortrend.contracts.values.DeadLetter;
import io.flavortrend.contracts.values.DynamicSlaViolation;
import io.flavortrend.contracts.values.ModelPerformance;
import io.flavortrend.contracts.values.ModelRelease.Role;
import io.flavortrend.jobs.frame.WithoutTime;
import io.flavortrend.jobs.frame.capture.CapturedRecord;
import io.flavortrend.jobs.frame.capture.ReadChanges;
import io.flavortrend.jobs.frame.topics.Admit;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * The job as a function of its sources and sinks; it never executes.
 *
 * <pre>
 *  orders ──► order-progress ──by order──► order-outcomes ─┬─► dynamic-sla-violations-topic, -table
 *  (beats                                   ▲  timer at    ├─► training-examples-table
 *   move time)                              │  each due    │
 *                                           │  time        └─by window, city, stage, model──┐
 *  champion-predictions ──┬► predictions ───┘                                               ▼
 *  challenger-predictions ┘                    model-performance-topic, -table ◄── model-performance
 *
 *  order-progress, predictions, order-outcomes ──► dead-letters
 *      what breaks its contract, what comes after its order is forgotten
 * </pre>
 */
final class DynamicSlaTopology {
  private DynamicSlaTopology() {}

  /**
   * Where the records come from.
   *
   * @param orders the captured topic with watermarks from its beats
   * @param champions the predictions that are shown; their watermarks, if any, mean nothing
   * @param challengers the predictions that are only logged; as {@code champions}
   */
  record Sources(
      DataStream<CapturedRecord<OrderRow>> orders,
      DataStream<PredictionMessage> champions,
      DataStream<PredictionMessage> challengers) {}

  /**
   * Where the results go.
   *
   * @param violationsTopic every row that is new or changed, for those who watch
   * @param violationsTable the newest version, for those who ask
   * @param performanceTopic as {@code violationsTopic}
   * @param performanceTable as {@code violationsTable}
   * @param examplesTable what models learn from
   * @param deadLetters records that could not be used
   */
  record Sinks(
      Sink<DynamicSlaViolation> violationsTopic,
      Sink<DynamicSlaViolation> violationsTable,
      Sink<ModelPerformance> performanceTopic,
      Sink<ModelPerformance> performanceTable,
      Sink<TrainingExample> examplesTable,
      Sink<DeadLetter> deadLetters) {}

  /**
   * Builds the job.
   *
   * @param generation the job's generation where there is no state that knows it
   */
  static void build(Sources sources, Sinks sinks, DynamicSlaConfig config, int generation) {
    var progress = progress(sources.orders(), config);
    var predictions = predictions(sources);
    var violations = outcomes(progress, predictions, config);
    var performance =
        performance(
            violations.getSideOutput(OrderOutcomesFunction.CONTRIBUTIONS), config, generation);
    showViolations(violations, sinks);
    showPerformance(performance, sinks);
    named(
        violations.getSideOutput(OrderOutcomesFunction.EXAMPLES).sinkTo(sinks.examplesTable()),
        "training-examples-table",
        "Upserts the newest version into analytics.training_examples");
    named(
        progress
            .getSideOutput(ReadChanges.DEAD_LETTERS)
            .union(
                predictions.getSideOutput(ReadChanges.DEAD_LETTERS),
                violations.getSideOutput(ReadChanges.DEAD_LETTERS))
            .sinkTo(sinks.deadLetters()),
        "dead-letters",
        "Writes records that could not be used to topic dead_letters");
  }

  private static SingleOutputStreamOperator<OrderProgress> progress(
      DataStream<CapturedRecord<OrderRow>> orders, DynamicSlaConfig config) {
    return named(
        orders
            .process(new ReadChanges<>(config.job().name(), new OrderProgresses(config.rules())))
            .returns(TypeInformation.of(OrderProgress.class)),
        "order-progress",
        "Turns each change of an order into what predictions care for");
  }

  private static SingleOutputStreamOperator<ToldPrediction> predictions(Sources sources) {
    return named(
        withoutTime(sources.champions(), Role.CHAMPION)
            .union(withoutTime(sources.challengers(), Role.CHALLENGER))
            .process(
                new Admit<>(PredictionMessage::told, PredictionMessage::refused),
                TypeInformation.of(ToldPrediction.class)),
        "predictions",
        "Lets the predictions through that keep their contract");
  }

  /** In one chain with its source: where the two meet, a time that never comes would be seen. */
  private static DataStream<PredictionMessage> withoutTime(
      DataStream<PredictionMessage> messages, Role role) {
    String name = role.code() + "-without-time";
    return named(
        messages.transform(name, TypeInformation.of(PredictionMessage.class), new WithoutTime<>()),
        name,
        "Says that nobody waits for the time of predictions");
  }

  private static SingleOutputStreamOperator<DynamicSlaViolation> outcomes(
      DataStream<OrderProgress> progress,
      DataStream<ToldPrediction> predictions,
      DynamicSlaConfig config) {
    return named(
        progress
            .keyBy(OrderProgress::orderId, Types.LONG)
            .connect(predictions.keyBy(ToldPrediction::orderId, Types.LONG))
            .process(
                new OrderOutcomesFunction(config.rules()),
                TypeInformation.of(DynamicSlaViolation.class)),
        "order-outcomes",
        "Joins each order with its predictions, and judges both when either changes and in time");
  }

  private static SingleOutputStreamOperator<ModelPerformance> performance(
      DataStream<Contribution> contributions, DynamicSlaConfig config, int generation) {
    return named(
        contributions
            .keyBy(Contribution::key, TypeInformation.of(PerformanceKey.class))
            .process(
                new PerformanceFunction(config.emitInterval(), config.grace(), generation),
                TypeInformation.of(ModelPerformance.class)),
        "model-performance",
        "Folds outcomes into one row for each window, city, stage and model version");
  }

  private static void showViolations(DataStream<DynamicSlaViolation> violations, Sinks sinks) {
    named(
        violations.sinkTo(sinks.violationsTopic()),
        "dynamic-sla-violations-topic",
        "Writes every new or changed row to topic dynamic_sla_violations");
    named(
        violations.sinkTo(sinks.violationsTable()),
        "dynamic-sla-violations-table",
        "Upserts the newest version into analytics.dynamic_sla_violations");
  }

  private static void showPerformance(DataStream<ModelPerformance> performance, Sinks sinks) {
    named(
        performance.sinkTo(sinks.performanceTopic()),
        "model-performance-topic",
        "Writes every emission to topic model_performance");
    named(
        performance.sinkTo(sinks.performanceTable()),
        "model-performance-table",
        "Upserts the newest version into analytics.model_performance");
  }
}
