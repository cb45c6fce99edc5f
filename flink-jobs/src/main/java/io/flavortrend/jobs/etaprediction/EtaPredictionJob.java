package io.flavortrend.jobs.etaprediction;

import static io.flavortrend.jobs.frame.OperatorNames.named;

import io.flavortrend.contracts.topics.TopicCatalogue;
import io.flavortrend.contracts.topics.TopicSpec;
import io.flavortrend.contracts.values.EtaPrediction;
import io.flavortrend.features.catalogue.FeatureEntity;
import io.flavortrend.jobs.etaprediction.model.PackageLoader;
import io.flavortrend.jobs.etaprediction.model.ReleaseMessage;
import io.flavortrend.jobs.etaprediction.model.ReleaseReading;
import io.flavortrend.jobs.frame.JobArguments;
import io.flavortrend.jobs.frame.JobConfig;
import io.flavortrend.jobs.frame.JobEnvironment;
import io.flavortrend.jobs.frame.features.FeatureRecord;
import io.flavortrend.jobs.frame.features.FeatureSource;
import io.flavortrend.jobs.frame.progress.MarkerWatermarks;
import io.flavortrend.jobs.frame.topics.RecordSink;
import io.flavortrend.jobs.frame.topics.RecordSource;
import io.flavortrend.jobs.frame.upsert.UpsertSink;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The job eta-prediction: wires {@link EtaPredictionTopology} to Kafka and PostgreSQL, and submits
 * it.
 */
public final class EtaPredictionJob {
  private EtaPredictionJob() {}

  /**
   * Submits the job to the cluster that runs this main.
   *
   * @param arguments {@code --key value} pairs, which win over the environment
   */
  public static void main(String[] arguments) throws Exception {
    EtaPredictionConfig config =
        EtaPredictionConfig.from(
            JobArguments.settings(System.getenv(), arguments, EtaPredictionConfig.KEYS));
    StreamExecutionEnvironment env = JobEnvironment.create(config.job());
    wire(env, config);
    env.execute(EtaPredictionConfig.NAME);
  }

  static void wire(StreamExecutionEnvironment env, EtaPredictionConfig config) {
    JobConfig job = config.job();
    EtaPredictionTopology.build(
        new EtaPredictionTopology.Sources(
            orders(env, config),
            features(env, job, FeatureEntity.RESTAURANT),
            features(env, job, FeatureEntity.COURIER),
            features(env, job, FeatureEntity.CITY),
            models(env, job)),
        new PackageLoader(config.packageLimitMb()),
        new EtaPredictionTopology.Sinks(
            predictions(job, TopicCatalogue.ETA_PREDICTIONS),
            new UpsertSink<>(job.name(), job.database(), EtaPredictionTable.table()),
            predictions(job, TopicCatalogue.ETA_PREDICTIONS_SHADOW),
            RecordSink.ofDeadLetters(job)),
        config);
  }

  private static DataStream<OrderMessage> orders(
      StreamExecutionEnvironment env, EtaPredictionConfig config) {
    OrderReading reading = new OrderReading(config.job().timeDomain(), config.historyMargin());
    return named(
        env.fromSource(
            RecordSource.of(config.job(), TopicCatalogue.ORDERS_ENRICHED, reading),
            // Nobody is answered by it: it tells which versions of features may be forgotten.
            MarkerWatermarks.strategy(),
            "orders"),
        "orders",
        "Reads the enriched orders, and how far they are complete");
  }

  private static DataStream<FeatureRecord> features(
      StreamExecutionEnvironment env, JobConfig job, FeatureEntity entity) {
    String uid = entity.code() + "-features";
    return named(
        env.fromSource(FeatureSource.of(job, entity), MarkerWatermarks.strategy(), uid),
        uid,
        "Reads versions and progress markers of topic " + entity.topic().name());
  }

  private static DataStream<ReleaseMessage> models(StreamExecutionEnvironment env, JobConfig job) {
    return named(
        env.fromSource(
            RecordSource.of(job, TopicCatalogue.ETA_MODELS, new ReleaseReading()),
            WatermarkStrategy.noWatermarks(),
            "eta-models"),
        "eta-models",
        "Reads which model plays which role");
  }

  private static Sink<EtaPrediction> predictions(JobConfig job, TopicSpec topic) {
    return RecordSink.of(
        job, topic, EtaPrediction.class, prediction -> String.valueOf(prediction.orderId()));
  }
}
