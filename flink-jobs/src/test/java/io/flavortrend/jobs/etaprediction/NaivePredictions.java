package io.flavortrend.jobs.etaprediction;

import io.flavortrend.contracts.values.EnrichedOrder;
import io.flavortrend.contracts.values.EtaPrediction;
import io.flavortrend.contracts.values.FeatureVersion;
import io.flavortrend.contracts.values.Stage;
import io.flavortrend.features.catalogue.FeatureEntity;
import io.flavortrend.features.vector.EtaVectors;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the whole logs and picks by scanning them: slow, and too simple to be wrong. */
final class NaivePredictions {
  private final Map<FeatureEntity, Map<Long, List<FeatureVersion>>> log =
      new EnumMap<>(FeatureEntity.class);

  /** An order at a stage. */
  record Key(long orderId, Stage stage) {}

  /** What must be the same: the version asked about, those joined, and the vector they give. */
  record Row(
      long enrichedVersion,
      Instant eventTime,
      @Nullable Long restaurant,
      @Nullable Long courier,
      @Nullable Long city,
      Map<String, @Nullable Double> vector) {
    static Row of(EtaPrediction prediction) {
      return new Row(
          prediction.version() / 16,
          prediction.eventTime(),
          prediction.featureVersions().restaurant(),
          prediction.featureVersions().courier(),
          prediction.featureVersions().city(),
          prediction.features());
    }
  }

  void add(FeatureEntity entity, FeatureVersion version) {
    log.computeIfAbsent(entity, x -> new HashMap<>())
        .computeIfAbsent(version.entityId(), x -> new ArrayList<>())
        .add(version);
  }

  /** The newest prediction of each order and stage. */
  Map<Key, Row> read(List<EnrichedOrder> orders) {
    Map<Key, Row> rows = new HashMap<>();
    Map<Long, Long> newest = new HashMap<>();
    for (EnrichedOrder order : orders) {
      if (newest.getOrDefault(order.orderId(), -1L) >= order.version()) {
        continue;
      }
      Stage stage = Stage.of(order.status());
      if (stage != null || order.status().isTerminal()) {
        newest.put(order.orderId(), order.version());
      }
      if (stage != null) {
        rows.put(new Key(order.orderId(), stage), row(order, stage));
      }
    }
    return rows;
  }

  private Row row(EnrichedOrder order, Stage stage) {
    FeatureVersion restaurant = pick(FeatureEntity.RESTAURANT, order.restaurantId(), order);
    FeatureVersion courier = pick(FeatureEntity.COURIER, order.courierId(), order);
    FeatureVersion city = pick(FeatureEntity.CITY, (long) order.cityId(), order);
    return new Row(
        order.version(),
        order.eventTime(),
        version(restaurant),
        version(courier),
        version(city),
        EtaVectors.named(
            EtaVectors.of(order, stage, features(restaurant), features(courier), features(city))));
  }

  private @Nullable FeatureVersion pick(
      FeatureEntity entity, @Nullable Long id, EnrichedOrder order) {
    FeatureVersion best = null;
    List<FeatureVersion> all =
        id == null ? List.of() : log.getOrDefault(entity, Map.of()).getOrDefault(id, List.of());
    for (FeatureVersion version : all) {
      boolean known = !version.eventTime().isAfter(order.eventTime());
      if (known && (best == null || !version.eventTime().isBefore(best.eventTime()))) {
        best = version;
      }
    }
    return best;
  }

  private static @Nullable Long version(@Nullable FeatureVersion version) {
    return version == null ? null : version.version();
  }

  private static @Nullable Map<String, @Nullable Double> features(
      @Nullable FeatureVersion version) {
    return version == null ? null : version.features();
  }
}
