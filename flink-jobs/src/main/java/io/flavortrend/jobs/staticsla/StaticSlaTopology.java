package io.flavortrend.jobs.staticsla;

import static io.flavortrend.jobs.frame.OperatorNames.named;

import io.flavortrend.contracts.cdc.OrderRow;
import io.flavortrend.contracts.values.DeadLetter;
import io.flavortrend.contracts.values.SlaViolation;
import io.flavortrend.jobs.frame.WithoutTime;
import io.flavortrend.jobs.frame.capture.CapturedRecord;
import io.flavortrend.jobs.frame.capture.ReadChanges;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * The job as a function of its sources and sinks; it never executes.
 *
 * <pre>
 *  orders ──► order-steps ──by order──► order-limits ─┬─► sla-violations-topic
 *  (beats         │ dated stages          ▲  timer at │
 *   move time)    │                       │  each due └─► sla-violations-table
 *                 │                       │  time
 *  sla-limits ──► limits ───to all────────┘
 *                 │ city or default
 *                 └─► dead-letters
 *                     what breaks its contract, what comes after its order is forgotten
 * </pre>
 */
final class StaticSlaTopology {
  private StaticSlaTopology() {}

  /**
   * Where the results go.
   *
   * @param topic every row that is new or changed, for those who watch
   * @param table the newest version, for those who ask
   * @param deadLetters records that could not be used
   */
  record Sinks(Sink<SlaViolation> topic, Sink<SlaViolation> table, Sink<DeadLetter> deadLetters) {}

  /**
   * Builds the job.
   *
   * @param orders the captured topic with watermarks from its beats
   * @param limits the topic of limits; its watermarks, if any, mean nothing
   */
  static void build(
      DataStream<CapturedRecord<OrderRow>> orders,
      DataStream<LimitsMessage> limits,
      Sinks sinks,
      StaticSlaConfig config) {
    SingleOutputStreamOperator<OrderStep> steps = steps(orders, config);
    SingleOutputStreamOperator<LimitsUpdate> updates = updates(limits);
    SingleOutputStreamOperator<SlaViolation> violations = violations(steps, updates, config);
    named(
        violations.sinkTo(sinks.topic()),
        "sla-violations-topic",
        "Writes every new or changed row to topic sla_violations");
    named(
        violations.sinkTo(sinks.table()),
        "sla-violations-table",
        "Upserts the newest version into analytics.sla_violations");
    named(
        steps
            .getSideOutput(ReadChanges.DEAD_LETTERS)
            .union(updates.getSideOutput(ReadChanges.DEAD_LETTERS))
            .sinkTo(sinks.deadLetters()),
        "dead-letters",
        "Writes records that could not be used to topic dead_letters");
  }

  private static SingleOutputStreamOperator<OrderStep> steps(
      DataStream<CapturedRecord<OrderRow>> orders, StaticSlaConfig config) {
    OrderSteps reading = new OrderSteps(config.rules());
    return named(
        orders
            .process(new ReadChanges<>(config.job().name(), reading))
            .returns(TypeInformation.of(OrderStep.class)),
        "order-steps",
        "Turns each change of an order into the times of its stages");
  }

  private static SingleOutputStreamOperator<LimitsUpdate> updates(
      DataStream<LimitsMessage> limits) {
    SingleOutputStreamOperator<LimitsMessage> withoutTime =
        named(
            limits.transform(
                "limits-without-time",
                TypeInformation.of(LimitsMessage.class),
                new WithoutTime<>()),
            "limits-without-time",
            "Says that nobody waits for the time of limits");
    return named(
        withoutTime.process(new AdmitLimits(), TypeInformation.of(LimitsUpdate.class)),
        "limits",
        "Lets the limits through that keep their contract");
  }

  private static SingleOutputStreamOperator<SlaViolation> violations(
      DataStream<OrderStep> steps, DataStream<LimitsUpdate> limits, StaticSlaConfig config) {
    return named(
        steps
            .keyBy(OrderStep::orderId, Types.LONG)
            .connect(limits.broadcast())
            .transform(
                "order-limits",
                TypeInformation.of(SlaViolation.class),
                new OrderLimitsOperator(config.rules())),
        "order-limits",
        "Judges each order when it changes and when a limit passes");
  }
}
