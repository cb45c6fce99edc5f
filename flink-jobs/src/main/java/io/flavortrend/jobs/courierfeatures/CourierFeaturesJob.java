package io.flavortrend.jobs.courierfeatures;

import static io.flavortrend.jobs.frame.OperatorNames.named;

import io.flavortrend.contracts.cdc.CourierRow;
import io.flavortrend.contracts.cdc.OrderRow;
import io.flavortrend.contracts.topics.TopicCatalogue;
import io.flavortrend.features.catalogue.FeatureEntity;
import io.flavortrend.jobs.frame.JobArguments;
import io.flavortrend.jobs.frame.JobConfig;
import io.flavortrend.jobs.frame.JobEnvironment;
import io.flavortrend.jobs.frame.JobGeneration;
import io.flavortrend.jobs.frame.capture.BeatWatermarks;
import io.flavortrend.jobs.frame.capture.CaptureSource;
import io.flavortrend.jobs.frame.features.FeatureSinks;
import io.flavortrend.jobs.frame.topics.RecordSink;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The job courier-features: wires {@link CourierFeaturesTopology}, and submits it. */
public final class CourierFeaturesJob {
  private CourierFeaturesJob() {}

  /**
   * Submits the job to the cluster that runs this main.
   *
   * @param arguments {@code --key value} pairs, which win over the environment
   */
  public static void main(String[] arguments) throws Exception {
    CourierFeaturesConfig config =
        CourierFeaturesConfig.from(
            JobArguments.settings(System.getenv(), arguments, CourierFeaturesConfig.KEYS));
    JobConfig job = config.features().job();
    StreamExecutionEnvironment env = JobEnvironment.create(job);
    wire(env, config, JobGeneration.forSubmission(job, env.getConfiguration()));
    env.execute(CourierFeaturesConfig.NAME);
  }

  static void wire(StreamExecutionEnvironment env, CourierFeaturesConfig config, int generation) {
    JobConfig job = config.features().job();
    var orders =
        env.fromSource(
            CaptureSource.of(job, TopicCatalogue.ORDERS, OrderRow.class),
            BeatWatermarks.strategy(),
            "orders");
    var couriers =
        env.fromSource(
            CaptureSource.of(job, TopicCatalogue.COURIERS, CourierRow.class),
            BeatWatermarks.strategy(),
            "couriers");
    CourierFeaturesTopology.build(
        new CourierFeaturesTopology.Sources(
            named(orders, "orders", "Reads the captured changes and beats of the table orders"),
            named(
                couriers,
                "couriers",
                "Reads the captured changes and beats of the table couriers")),
        FeatureSinks.of(job, FeatureEntity.COURIER),
        RecordSink.ofDeadLetters(job),
        config,
        generation);
  }
}
