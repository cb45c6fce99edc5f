package io.flavortrend.jobs.restaurantfeatures;

import static io.flavortrend.jobs.frame.OperatorNames.named;

import io.flavortrend.contracts.cdc.OrderRow;
import io.flavortrend.contracts.cdc.RestaurantRow;
import io.flavortrend.contracts.topics.TopicCatalogue;
import io.flavortrend.features.catalogue.FeatureEntity;
import io.flavortrend.jobs.frame.JobArguments;
import io.flavortrend.jobs.frame.JobConfig;
import io.flavortrend.jobs.frame.JobEnvironment;
import io.flavortrend.jobs.frame.JobGeneration;
import io.flavortrend.jobs.frame.capture.BeatWatermarks;
import io.flavortrend.jobs.frame.capture.CaptureSource;
import io.flavortrend.jobs.frame.features.FeatureConfig;
import io.flavortrend.jobs.frame.features.FeatureSinks;
import io.flavortrend.jobs.frame.topics.RecordSink;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The job restaurant-features: wires {@link RestaurantFeaturesTopology}, and submits it. */
public final class RestaurantFeaturesJob {
  /** The job's name: package, consumer group, name in Flink. */
  public static final String NAME = "restaurant-features";

  private RestaurantFeaturesJob() {}

  /**
   * Submits the job to the cluster that runs this main.
   *
   * @param arguments {@code --key value} pairs, which win over the environment
   */
  public static void main(String[] arguments) throws Exception {
    FeatureConfig config =
        FeatureConfig.from(
            NAME, JobArguments.settings(System.getenv(), arguments, FeatureConfig.KEYS));
    StreamExecutionEnvironment env = JobEnvironment.create(config.job());
    wire(env, config, JobGeneration.forSubmission(config.job(), env.getConfiguration()));
    env.execute(NAME);
  }

  static void wire(StreamExecutionEnvironment env, FeatureConfig config, int generation) {
    JobConfig job = config.job();
    var orders =
        env.fromSource(
            CaptureSource.of(job, TopicCatalogue.ORDERS, OrderRow.class),
            BeatWatermarks.strategy(),
            "orders");
    var restaurants =
        env.fromSource(
            CaptureSource.of(job, TopicCatalogue.RESTAURANTS, RestaurantRow.class),
            BeatWatermarks.strategy(),
            "restaurants");
    RestaurantFeaturesTopology.build(
        new RestaurantFeaturesTopology.Sources(
            named(orders, "orders", "Reads the captured changes and beats of the table orders"),
            named(
                restaurants,
                "restaurants",
                "Reads the captured changes and beats of the table restaurants")),
        FeatureSinks.of(job, FeatureEntity.RESTAURANT),
        RecordSink.ofDeadLetters(job),
        config,
        generation);
  }
}
