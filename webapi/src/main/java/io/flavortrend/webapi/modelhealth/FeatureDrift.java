package io.flavortrend.webapi.modelhealth;

import io.flavortrend.features.vector.EtaVector;
import io.flavortrend.features.vector.VectorElement;
import io.flavortrend.features.vector.VectorElement.Group;
import io.flavortrend.inference.drift.Drift;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How far an element of the vector has moved from what the champion was trained on.
 *
 * @param psi population stability index of the newest slice; null where too little was seen
 * @param ks Kolmogorov–Smirnov distance; null as well
 * @param count values in the newest slice
 * @param status null where too little was seen, or where the element moves with day and weather
 * @param since from when on it has been at least a warning; null where it is none
 */
record FeatureDrift(
    String name,
    String description,
    @Nullable Double psi,
    @Nullable Double ks,
    long count,
    @Nullable Status status,
    @Nullable Instant since) {

  // Ten minutes of an evening are never like the days of training: that is no drift. Where the day
  // or the weather make predictions worse, their error tells.
  static final Set<String> MOVES_WITH_THE_DAY =
      Set.of(
          "hour",
          "weekday",
          "holiday",
          "minutes_since_opening",
          "restaurant_open_orders",
          "restaurant_orders_per_minute_1h",
          "courier_deliveries_today",
          "courier_load",
          "courier_idle_minutes");

  /**
   * What was found in one slice of time.
   *
   * @param count values seen
   * @param drift empty where they were too few
   */
  record Found(Instant from, long count, Optional<Drift> drift) {}

  /**
   * Judges an element.
   *
   * @param slices the newest last, at least one
   */
  static FeatureDrift of(String name, List<Found> slices, HealthConfig config) {
    VectorElement element = EtaVector.all().get(EtaVector.index(name));
    Found newest = slices.get(slices.size() - 1);
    Status status = status(element, newest, config);
    return new FeatureDrift(
        name,
        element.description(),
        newest.drift().map(Drift::psi).orElse(null),
        newest.drift().map(Drift::ks).orElse(null),
        newest.count(),
        status,
        since(element, slices, config));
  }

  private static @Nullable Instant since(
      VectorElement element, List<Found> slices, HealthConfig config) {
    Instant since = null;
    for (int i = slices.size() - 1; i >= 0; i--) {
      Status status = status(element, slices.get(i), config);
      if (status == null || status == Status.OK) {
        return since;
      }
      since = slices.get(i).from();
    }
    return since;
  }

  private static @Nullable Status status(VectorElement element, Found found, HealthConfig config) {
    if (MOVES_WITH_THE_DAY.contains(element.name())
        || element.group() == Group.WEATHER
        || element.group() == Group.CITY) {
      return null;
    }
    return found
        .drift()
        .map(
            drift ->
                Status.worst(
                    Stream.of(config.psi().judge(drift.psi()), config.ks().judge(drift.ks()))))
        .orElse(null);
  }
}
