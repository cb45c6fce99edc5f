package io.flavortrend.jobs.orderenrichment;

import static io.flavortrend.jobs.frame.OperatorNames.named;

import io.flavortrend.contracts.cdc.OrderRow;
import io.flavortrend.contracts.cdc.WeatherRow;
import io.flavortrend.contracts.topics.TopicCatalogue;
import io.flavortrend.contracts.values.EnrichedOrder;
import io.flavortrend.jobs.frame.DatabaseConfig;
import io.flavortrend.jobs.frame.JobArguments;
import io.flavortrend.jobs.frame.JobConfig;
import io.flavortrend.jobs.frame.JobEnvironment;
import io.flavortrend.jobs.frame.JobGeneration;
import io.flavortrend.jobs.frame.capture.BeatWatermarks;
import io.flavortrend.jobs.frame.capture.CaptureSource;
import io.flavortrend.jobs.frame.progress.MarkedRecordSchema;
import io.flavortrend.jobs.frame.topics.RecordSink;
import io.flavortrend.jobs.frame.upsert.UpsertSink;
import io.flavortrend.jobs.orderenrichment.lookup.JdbcLookups;
import io.flavortrend.jobs.orderenrichment.lookup.LookupFactory;
import java.time.Duration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The job order-enrichment: wires {@link OrderEnrichmentTopology} to Kafka and PostgreSQL, and
 * submits it.
 */
public final class OrderEnrichmentJob {
  private OrderEnrichmentJob() {}

  /**
   * Submits the job to the cluster that runs this main.
   *
   * @param arguments {@code --key value} pairs, which win over the environment
   */
  public static void main(String[] arguments) throws Exception {
    OrderEnrichmentConfig config =
        OrderEnrichmentConfig.from(
            JobArguments.settings(System.getenv(), arguments, OrderEnrichmentConfig.KEYS));
    StreamExecutionEnvironment env = JobEnvironment.create(config.job());
    wire(env, config, JobGeneration.forSubmission(config.job(), env.getConfiguration()));
    env.execute(OrderEnrichmentConfig.NAME);
  }

  static void wire(StreamExecutionEnvironment env, OrderEnrichmentConfig config, int generation) {
    JobConfig job = config.job();
    var orders =
        env.fromSource(
            CaptureSource.of(job, TopicCatalogue.ORDERS, OrderRow.class),
            BeatWatermarks.strategy(),
            "orders");
    var weather =
        env.fromSource(
            CaptureSource.of(job, TopicCatalogue.WEATHER_CONDITIONS, WeatherRow.class),
            BeatWatermarks.strategy(),
            "weather");
    OrderEnrichmentTopology.build(
        named(orders, "orders", "Reads the captured changes and beats of the table orders"),
        named(weather, "weather", "Reads the captured changes and beats of weather_conditions"),
        lookups(config),
        new OrderEnrichmentTopology.Sinks(
            RecordSink.of(
                job,
                TopicCatalogue.ORDERS_ENRICHED,
                new MarkedRecordSchema<>(
                    TopicCatalogue.ORDERS_ENRICHED.name(),
                    EnrichedOrder.class,
                    EnrichedRecord::order,
                    order -> String.valueOf(order.orderId()))),
            new UpsertSink<>(job.name(), job.database(), EnrichedOrderTable.table()),
            RecordSink.ofDeadLetters(job)),
        config,
        generation);
  }

  /** Made of parts that travel with the job graph, which the settings as a whole do not. */
  private static LookupFactory lookups(OrderEnrichmentConfig config) {
    DatabaseConfig database = config.job().database();
    int capacity = config.lookupCapacity();
    Duration staleness = config.lookupStaleness();
    return () -> new JdbcLookups(OrderEnrichmentConfig.NAME, database, capacity, staleness);
  }
}
