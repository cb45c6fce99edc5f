package io.flavortrend.jobs.frame.features;

import io.flavortrend.contracts.values.DeadLetter;
import io.flavortrend.contracts.values.FeatureVersion;
import io.flavortrend.contracts.values.ProgressKey;
import io.flavortrend.contracts.values.ProgressMarker;
import io.flavortrend.jobs.frame.topics.RecordPosition;
import io.flavortrend.jobs.frame.topics.RecordReading;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.jspecify.annotations.Nullable;

/** Reads a feature topic; hands on every record, also the broken ones. */
record FeatureRecordReading() implements RecordReading<FeatureVersion, FeatureRecord> {
  private static final long serialVersionUID = 1L;

  @Override
  public Class<FeatureVersion> valueType() {
    return FeatureVersion.class;
  }

  @Override
  public TypeInformation<FeatureRecord> type() {
    return TypeInformation.of(FeatureRecord.class);
  }

  @Override
  public @Nullable FeatureRecord read(RecordPosition position, @Nullable FeatureVersion version) {
    // A tombstone says that nothing holds any more, and no job of ours writes one.
    return version == null ? null : FeatureRecord.of(version);
  }

  @Override
  public FeatureRecord marker(ProgressKey key, ProgressMarker marker) {
    return FeatureRecord.of(key, marker);
  }

  @Override
  public FeatureRecord refuse(DeadLetter letter) {
    return FeatureRecord.refused(letter);
  }
}
