package io.flavortrend.jobs.dynamicsla;

import static io.flavortrend.jobs.frame.OperatorNames.named;

import io.flavortrend.contracts.cdc.OrderRow;
import io.flavortrend.contracts.topics.TopicCatalogue;
import io.flavortrend.contracts.topics.TopicSpec;
import io.flavortrend.contracts.values.DynamicSlaViolation;
import io.flavortrend.contracts.values.ModelPerformance;
import io.flavortrend.contracts.values.ModelRelease.Role;
import io.flavortrend.jobs.frame.JobArguments;
import io.flavortrend.jobs.frame.JobConfig;
import io.flavortrend.jobs.frame.JobEnvironment;
import io.flavortrend.jobs.frame.JobGeneration;
import io.flavortrend.jobs.frame.capture.BeatWatermarks;
import io.flavortrend.jobs.frame.capture.CaptureSource;
import io.flavortrend.jobs.frame.topics.RecordSink;
import io.flavortrend.jobs.frame.topics.RecordSource;
import io.flavortrend.jobs.frame.upsert.UpsertSink;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The job dynamic-sla: wires {@link DynamicSlaTopology} to Kafka and PostgreSQL, and submits it.
 */
public final class DynamicSlaJob {
  private DynamicSlaJob() {}

  /**
   * Submits the job to the cluster that runs this main.
   *
   * @param arguments {@code --key value} pairs, which win over the environment
   */
  public static void main(String[] arguments) throws Exception {
    DynamicSlaConfig config =
        DynamicSlaConfig.from(
            JobArguments.settings(System.getenv(), arguments, DynamicSlaConfig.KEYS));
    StreamExecutionEnvironment env = JobEnvironment.create(config.job());
    wire(env, config, JobGeneration.forSubmission(config.job(), env.getConfiguration()));
    env.execute(DynamicSlaConfig.NAME);
  }

  static void wire(StreamExecutionEnvironment env, DynamicSlaConfig config, int generation) {
    DynamicSlaTopology.build(sources(env, config.job()), sinks(config.job()), config, generation);
  }

  static DynamicSlaTopology.Sources sources(StreamExecutionEnvironment env, JobConfig job) {
    var orders =
        env.fromSource(
            CaptureSource.of(job, TopicCatalogue.ORDERS, OrderRow.class),
            BeatWatermarks.strategy(),
            "orders");
    return new DynamicSlaTopology.Sources(
        named(orders, "orders", "Reads the captured changes and beats of the table orders"),
        predictions(env, job, TopicCatalogue.ETA_PREDICTIONS, Role.CHAMPION),
        predictions(env, job, TopicCatalogue.ETA_PREDICTIONS_SHADOW, Role.CHALLENGER));
  }

  private static DataStream<PredictionMessage> predictions(
      StreamExecutionEnvironment env, JobConfig job, TopicSpec topic, Role role) {
    String uid = role.code() + "-predictions";
    return named(
        env.fromSource(
            RecordSource.of(job, topic, new PredictionReading(role)),
            WatermarkStrategy.noWatermarks(),
            uid),
        uid,
        "Reads the predictions of the " + role.code());
  }

  private static DynamicSlaTopology.Sinks sinks(JobConfig job) {
    return new DynamicSlaTopology.Sinks(
        violationsTopic(job),
        new UpsertSink<>(job.name(), job.database(), DynamicSlaViolationTable.table()),
        performanceTopic(job),
        new UpsertSink<>(job.name(), job.database(), ModelPerformanceTable.table()),
        new UpsertSink<>(job.name(), job.database(), TrainingExampleTable.table()),
        RecordSink.ofDeadLetters(job));
  }

  static Sink<DynamicSlaViolation> violationsTopic(JobConfig job) {
    return RecordSink.of(
        job,
        TopicCatalogue.DYNAMIC_SLA_VIOLATIONS,
        DynamicSlaViolation.class,
        violation -> String.valueOf(violation.orderId()));
  }

  static Sink<ModelPerformance> performanceTopic(JobConfig job) {
    return RecordSink.of(
        job,
        TopicCatalogue.MODEL_PERFORMANCE,
        ModelPerformance.class,
        ModelPerformance::modelVersion);
  }
}
