package io.flavortrend.parity;

import io.flavortrend.contracts.values.EnrichedOrder;
import io.flavortrend.contracts.values.EtaPrediction;
import io.flavortrend.contracts.values.FeatureVersion;
import io.flavortrend.features.vector.EtaVectors;
import io.flavortrend.parity.Report.Difference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Holds a prediction's vector against the one that its time should have had. Pure. */
final class Vectors {
  private Vectors() {}

  /**
   * Every element that differs.
   *
   * @param order as it was when it was predicted
   * @param restaurant what held at the order's time; null where nothing is known, and so on
   */
  static List<Difference> differences(
      EtaPrediction prediction,
      EnrichedOrder order,
      @Nullable FeatureVersion restaurant,
      @Nullable FeatureVersion courier,
      @Nullable FeatureVersion city) {
    Map<String, @Nullable Double> expected =
        EtaVectors.named(
            EtaVectors.of(
                order,
                prediction.stage(),
                features(restaurant),
                features(courier),
                features(city)));
    List<Difference> differences = new ArrayList<>();
    expected.forEach(
        (name, value) -> {
          Double published = prediction.features().get(name);
          if (!Objects.equals(published, value)) {
            differences.add(
                new Difference(
                    prediction.orderId() + "/" + prediction.stage().code(),
                    name,
                    published,
                    value));
          }
        });
    return differences;
  }

  /** True where the prediction says itself that something had not come in time. */
  static boolean late(EtaPrediction prediction) {
    return prediction.degraded()
        && prediction.reasons().stream().anyMatch(reason -> reason.endsWith("_late"));
  }

  private static @Nullable Map<String, @Nullable Double> features(
      @Nullable FeatureVersion version) {
    return version == null ? null : version.features();
  }
}
