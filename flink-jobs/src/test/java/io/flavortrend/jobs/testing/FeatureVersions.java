package io.flavortrend.jobs.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.flavortrend.contracts.values.FeatureVersion;
import io.flavortrend.contracts.values.ProgressMarker;
import io.flavortrend.jobs.frame.features.FeatureRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What must hold of the versions in a feature topic, and what a reader makes of them. */
public final class FeatureVersions {
  private static final double CLOSE = 1e-6;

  private FeatureVersions() {}

  public static List<FeatureVersion> of(Collection<FeatureRecord> records) {
    return records.stream().map(FeatureRecord::version).filter(version -> version != null).toList();
  }

  /** The newest version of each entity: what a compacted topic or the table keeps. */
  public static Map<Long, FeatureVersion> newest(Collection<FeatureVersion> versions) {
    Map<Long, FeatureVersion> newest = new HashMap<>();
    for (FeatureVersion version : versions) {
      newest.merge(
          version.entityId(),
          version,
          (held, come) -> come.version() >= held.version() ? come : held);
    }
    return newest;
  }

  /** Without a crash each version of an entity is newer than the one before, in both senses. */
  public static void rise(Collection<FeatureVersion> versions) {
    Map<Long, FeatureVersion> last = new HashMap<>();
    for (FeatureVersion version : versions) {
      FeatureVersion former = last.put(version.entityId(), version);
      if (former != null) {
        assertThat(version.version()).isGreaterThan(former.version());
        assertThat(version.eventTime()).isAfter(former.eventTime());
        assertThat(version.features()).isNotEqualTo(former.features());
      }
    }
  }

  /** One subtask's promise: what stands behind a marker is dated after it. */
  public static void keepWhatMarkersPromise(Collection<FeatureRecord> records) {
    ProgressMarker marker = null;
    for (FeatureRecord record : records) {
      if (record.marker() != null) {
        assertThat(marker == null || !record.marker().through().isBefore(marker.through()))
            .isTrue();
        marker = record.marker();
      } else if (marker != null && record.version() != null) {
        assertThat(record.version().eventTime()).isAfter(marker.through());
      }
    }
    assertThat(marker).isNotNull();
  }

  /** How a version differs from what a naive recompute says; empty where it does not. */
  public static List<String> differences(
      List<String> names, FeatureVersion version, double[] expected) {
    List<String> differences = new ArrayList<>();
    for (int i = 0; i < expected.length; i++) {
      Double actual = version.features().get(names.get(i));
      boolean same =
          Double.isNaN(expected[i])
              ? actual == null
              : actual != null && Math.abs(actual - expected[i]) < CLOSE;
      if (!same) {
        differences.add(
            "%d has %s %s instead of %s"
                .formatted(version.entityId(), names.get(i), actual, expected[i]));
      }
    }
    return differences;
  }
}
