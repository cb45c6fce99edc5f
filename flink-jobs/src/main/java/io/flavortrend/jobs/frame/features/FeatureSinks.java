package io.flavortrend.jobs.frame.features;

import io.flavortrend.contracts.values.FeatureVersion;
import io.flavortrend.features.catalogue.FeatureEntity;
import io.flavortrend.jobs.frame.JobConfig;
import io.flavortrend.jobs.frame.progress.MarkedRecordSchema;
import io.flavortrend.jobs.frame.topics.RecordSink;
import io.flavortrend.jobs.frame.upsert.UpsertSink;
import org.apache.flink.api.connector.sink2.Sink;

/**
 * Where versions go.
 *
 * @param topic every version, and the progress markers between them
 * @param table the newest version of each entity
 */
public record FeatureSinks(Sink<FeatureRecord> topic, Sink<FeatureVersion> table) {
  /** The entity's topic and table. */
  public static FeatureSinks of(JobConfig job, FeatureEntity entity) {
    return new FeatureSinks(
        RecordSink.of(
            job,
            entity.topic(),
            new MarkedRecordSchema<>(
                entity.topic().name(),
                FeatureVersion.class,
                FeatureRecord::version,
                version -> Long.toString(version.entityId()))),
        new UpsertSink<>(job.name(), job.database(), FeatureTable.of(entity)));
  }
}
