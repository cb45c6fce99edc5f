package io.flavortrend.jobs.frame.features;

import io.flavortrend.features.catalogue.FeatureEntity;
import io.flavortrend.jobs.frame.JobConfig;
import io.flavortrend.jobs.frame.progress.MarkerWatermarks;
import io.flavortrend.jobs.frame.topics.RecordSource;
import org.apache.flink.api.connector.source.Source;

/** Builds the source of a feature topic; its event time is {@link MarkerWatermarks}. */
public final class FeatureSource {
  private FeatureSource() {}

  /** A source that reads versions and markers, from the earliest where the job has no state. */
  public static Source<FeatureRecord, ?, ?> of(JobConfig job, FeatureEntity entity) {
    return RecordSource.of(job, entity.topic(), new FeatureRecordReading());
  }
}
