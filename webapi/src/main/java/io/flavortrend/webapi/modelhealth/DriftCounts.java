package io.flavortrend.webapi.modelhealth;

import io.flavortrend.features.vector.EtaVector;
import io.flavortrend.inference.drift.Drift;
import io.flavortrend.inference.drift.FeatureFingerprint;
import io.flavortrend.inference.drift.Fingerprint;
import io.flavortrend.webapi.modelhealth.DriftQueries.Sampled;
import io.flavortrend.webapi.modelhealth.FeatureDrift.Found;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts values by bins of training, slice by slice. Not thread-safe. */
final class DriftCounts {
  private final Fingerprint trained;
  private final Map<Instant, Map<String, long[]>> slices = new TreeMap<>();
  private long vectors;

  DriftCounts(Fingerprint trained) {
    this.trained = trained;
  }

  void add(Sampled sampled) {
    vectors++;
    Map<String, long[]> slice = slices.computeIfAbsent(sampled.slice(), at -> new TreeMap<>());
    trained
        .features()
        .forEach(
            (name, feature) -> {
              Double value = sampled.features().get(name);
              slice
                  .computeIfAbsent(name, of -> new long[feature.bins()])[
                  feature.bin(value == null ? Double.NaN : value)]++;
            });
  }

  /** How many vectors were counted. */
  long vectors() {
    return vectors;
  }

  /** Each element of the vector that training tells of, in the vector's order. */
  List<FeatureDrift> drifts(HealthConfig config) {
    if (slices.isEmpty()) {
      return List.of();
    }
    return trained.features().entrySet().stream()
        .filter(feature -> EtaVector.names().contains(feature.getKey()))
        .sorted(Comparator.comparingInt(feature -> EtaVector.index(feature.getKey())))
        .map(feature -> drift(feature.getKey(), feature.getValue(), config))
        .toList();
  }

  private FeatureDrift drift(String name, FeatureFingerprint feature, HealthConfig config) {
    List<Found> found =
        slices.entrySet().stream()
            .map(
                slice ->
                    found(
                        slice.getKey(),
                        feature,
                        slice.getValue().getOrDefault(name, new long[feature.bins()])))
            .toList();
    return FeatureDrift.of(name, found, config);
  }

  private static Found found(Instant from, FeatureFingerprint feature, long[] counts) {
    return new Found(
        from,
        Arrays.stream(counts).sum(),
        Drift.of(feature, Arrays.stream(counts).boxed().toList()));
  }
}
