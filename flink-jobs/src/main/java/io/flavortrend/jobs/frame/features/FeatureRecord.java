package io.flavortrend.jobs.frame.features;

import io.flavortrend.contracts.values.DeadLetter;
import io.flavortrend.contracts.values.FeatureVersion;
import io.flavortrend.contracts.values.ProgressKey;
import io.flavortrend.contracts.values.ProgressMarker;
import io.flavortrend.jobs.frame.progress.Marked;
import org.jspecify.annotations.Nullable;

/**
 * What a feature topic carries: a version, or a marker between versions. One of the three is there;
 * a tombstone, which no job of ours writes, has none.
 *
 * @param version the features of an entity
 * @param markerKey where the marker belongs; null where {@code marker} is
 * @param marker how far a partition is complete
 * @param refused why a record that was read could not be used; null in what is written
 */
public record FeatureRecord(
    @Nullable FeatureVersion version,
    @Nullable ProgressKey markerKey,
    @Nullable ProgressMarker marker,
    @Nullable DeadLetter refused)
    implements Marked {

  static FeatureRecord of(FeatureVersion version) {
    return new FeatureRecord(version, null, null, null);
  }

  static FeatureRecord of(ProgressKey key, ProgressMarker marker) {
    return new FeatureRecord(null, key, marker, null);
  }

  static FeatureRecord refused(DeadLetter letter) {
    return new FeatureRecord(null, null, null, letter);
  }
}
