package io.flavortrend.jobs.citykpis;

import static io.flavortrend.jobs.frame.OperatorNames.named;

import io.flavortrend.contracts.cdc.CourierRow;
import io.flavortrend.contracts.cdc.OrderRow;
import io.flavortrend.contracts.topics.TopicCatalogue;
import io.flavortrend.contracts.values.CityKpi;
import io.flavortrend.features.catalogue.FeatureEntity;
import io.flavortrend.jobs.cityfeatures.CityFeaturesTopology;
import io.flavortrend.jobs.frame.JobArguments;
import io.flavortrend.jobs.frame.JobConfig;
import io.flavortrend.jobs.frame.JobEnvironment;
import io.flavortrend.jobs.frame.JobGeneration;
import io.flavortrend.jobs.frame.capture.BeatWatermarks;
import io.flavortrend.jobs.frame.capture.CaptureSource;
import io.flavortrend.jobs.frame.features.FeatureSinks;
import io.flavortrend.jobs.frame.topics.RecordSink;
import io.flavortrend.jobs.frame.upsert.UpsertSink;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The job city-kpis: wires {@link CityKpisTopology} to Kafka and PostgreSQL, and submits it. */
public final class CityKpisJob {
  private CityKpisJob() {}

  /**
   * Submits the job to the cluster that runs this main.
   *
   * @param arguments {@code --key value} pairs, which win over the environment
   */
  public static void main(String[] arguments) throws Exception {
    CityKpisConfig config =
        CityKpisConfig.from(JobArguments.settings(System.getenv(), arguments, CityKpisConfig.KEYS));
    StreamExecutionEnvironment env = JobEnvironment.create(config.job());
    wire(env, config, JobGeneration.forSubmission(config.job(), env.getConfiguration()));
    env.execute(CityKpisConfig.NAME);
  }

  static void wire(StreamExecutionEnvironment env, CityKpisConfig config, int generation) {
    JobConfig job = config.job();
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
    named(orders, "orders", "Reads the captured changes and beats of the table orders");
    var cityFeatures =
        CityFeaturesTopology.build(
            new CityFeaturesTopology.Sources(
                orders,
                named(
                    couriers,
                    "couriers",
                    "Reads the captured changes and beats of the table couriers")),
            FeatureSinks.of(job, FeatureEntity.CITY),
            RecordSink.ofDeadLetters(job),
            config.features(),
            generation);
    CityKpisTopology.build(
        orders,
        cityFeatures,
        new CityKpisTopology.Sinks(
            RecordSink.of(
                job, TopicCatalogue.CITY_KPIS, CityKpi.class, kpi -> String.valueOf(kpi.cityId())),
            new UpsertSink<>(job.name(), job.database(), CityKpiTable.table()),
            RecordSink.ofDeadLetters(job)),
        config,
        generation);
  }
}
