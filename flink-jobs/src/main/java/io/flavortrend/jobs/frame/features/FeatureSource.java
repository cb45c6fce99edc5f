package io.flavortrend.jobs.frame.features;

import io.flavortrend.features.catalogue.FeatureEntity;
import io.flavortrend.jobs.frame.JobConfig;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/** Builds the source of a feature topic; its event time is {@link MarkerWatermarks}. */
public final class FeatureSource {
  private FeatureSource() {}

  /** A source that reads versions and markers, from the earliest where the job has no state. */
  public static Source<FeatureRecord, ?, ?> of(JobConfig job, FeatureEntity entity) {
    return KafkaSource.<FeatureRecord>builder()
        .setBootstrapServers(job.kafkaBootstrap())
        .setTopics(entity.topic().name())
        .setGroupId(job.name())
        .setClientIdPrefix(job.name() + "-" + entity.code())
        .setStartingOffsets(OffsetsInitializer.earliest())
        .setDeserializer(new FeatureRecordReading(job.name()))
        .setProperty(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed")
        // Brokers come back within seconds: do not wait long before asking again.
        .setProperty(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, "1000")
        .build();
  }
}
