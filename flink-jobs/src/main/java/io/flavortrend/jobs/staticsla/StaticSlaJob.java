package io.flavortrend.jobs.staticsla;

import static io.flavortrend.jobs.frame.OperatorNames.named;

import io.flavortrend.contracts.cdc.OrderRow;
import io.flavortrend.contracts.topics.TopicCatalogue;
import io.flavortrend.contracts.values.SlaViolation;
import io.flavortrend.jobs.frame.JobArguments;
import io.flavortrend.jobs.frame.JobConfig;
import io.flavortrend.jobs.frame.JobEnvironment;
import io.flavortrend.jobs.frame.capture.BeatWatermarks;
import io.flavortrend.jobs.frame.capture.CaptureSource;
import io.flavortrend.jobs.frame.topics.RecordSink;
import io.flavortrend.jobs.frame.upsert.UpsertSink;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The job static-sla: wires {@link StaticSlaTopology} to Kafka and PostgreSQL, and submits it. */
public final class StaticSlaJob {
  private StaticSlaJob() {}

  /**
   * Submits the job to the cluster that runs this main.
   *
   * @param arguments {@code --key value} pairs, which win over the environment
   */
  public static void main(String[] arguments) throws Exception {
    StaticSlaConfig config =
        StaticSlaConfig.from(
            JobArguments.settings(System.getenv(), arguments, StaticSlaConfig.KEYS));
    StreamExecutionEnvironment env = JobEnvironment.create(config.job());
    wire(env, config);
    env.execute(StaticSlaConfig.NAME);
  }

  static void wire(StreamExecutionEnvironment env, StaticSlaConfig config) {
    JobConfig job = config.job();
    var orders =
        env.fromSource(
            CaptureSource.of(job, TopicCatalogue.ORDERS, OrderRow.class),
            BeatWatermarks.strategy(),
            "orders");
    var limits =
        env.fromSource(LimitsSource.of(job), WatermarkStrategy.noWatermarks(), "sla-limits");
    StaticSlaTopology.build(
        named(orders, "orders", "Reads the captured changes and beats of the table orders"),
        named(limits, "sla-limits", "Reads the limits that people have set"),
        new StaticSlaTopology.Sinks(
            RecordSink.of(
                job,
                TopicCatalogue.SLA_VIOLATIONS,
                SlaViolation.class,
                violation -> String.valueOf(violation.orderId())),
            new UpsertSink<>(job.name(), job.database(), SlaViolationTable.table()),
            RecordSink.ofDeadLetters(job)),
        config);
  }
}
