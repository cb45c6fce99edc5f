package io.flavortrend.parity;

import io.flavortrend.contracts.values.FeatureVersion;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The versions of some entities: what their topic says held at an instant. Not thread-safe. */
final class FeatureHistory {
  private final Map<Long, TreeMap<Instant, FeatureVersion>> byEntity = new HashMap<>();

  /** Takes note of a version; of several with one event time the highest holds. */
  void add(FeatureVersion version) {
    byEntity
        .computeIfAbsent(version.entityId(), id -> new TreeMap<>())
        .merge(version.eventTime(), version, (a, b) -> a.version() >= b.version() ? a : b);
  }

  /** The newest version with an event time at or before the instant; null where there is none. */
  @Nullable FeatureVersion at(long entityId, Instant instant) {
    TreeMap<Instant, FeatureVersion> versions = byEntity.get(entityId);
    Map.Entry<Instant, FeatureVersion> found =
        versions == null ? null : versions.floorEntry(instant);
    return found == null ? null : found.getValue();
  }
}
