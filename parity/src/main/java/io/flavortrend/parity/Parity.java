package io.flavortrend.parity;

import io.flavortrend.contracts.TimeDomain;
import io.flavortrend.contracts.cdc.CdcRecord;
import io.flavortrend.contracts.cdc.CdcRecord.Change;
import io.flavortrend.contracts.cdc.CourierRow;
import io.flavortrend.contracts.cdc.OrderRow;
import io.flavortrend.contracts.cdc.RestaurantRow;
import io.flavortrend.contracts.codec.ChangeCodec;
import io.flavortrend.contracts.codec.ContractViolationException;
import io.flavortrend.contracts.codec.JsonCodec;
import io.flavortrend.contracts.topics.TopicCatalogue;
import io.flavortrend.contracts.topics.TopicSpec;
import io.flavortrend.contracts.values.EnrichedOrder;
import io.flavortrend.contracts.values.EtaPrediction;
import io.flavortrend.contracts.values.FeatureVersion;
import io.flavortrend.contracts.values.ProgressKey;
import io.flavortrend.contracts.values.Stage;
import io.flavortrend.features.catalogue.FeatureCatalogue;
import io.flavortrend.features.catalogue.FeatureEntity;
import io.flavortrend.features.city.CityEvent;
import io.flavortrend.features.city.CityEvents;
import io.flavortrend.features.city.CityState;
import io.flavortrend.features.courier.CourierEvent;
import io.flavortrend.features.courier.CourierEvents;
import io.flavortrend.features.courier.CourierState;
import io.flavortrend.features.restaurant.RestaurantEvent;
import io.flavortrend.features.restaurant.RestaurantEvents;
import io.flavortrend.features.restaurant.RestaurantState;
import io.flavortrend.parity.Report.Difference;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Recomputes a sample of predictions. First which version of each group of features held at the
 * order's time, from all that the feature topics hold, and from it the whole vector; then those
 * versions themselves, from the captured changes.
 */
final class Parity {
  /** A prediction's version tells the enriched order that it follows from. */
  private static final int CORRECTIONS = 16;

  private final TopicScan topics;
  private final TimeDomain domain;
  private final Consumer<String> progress;
  private final Report report = new Report();
  private final Map<Key, EtaPrediction> sample = new HashMap<>();
  private final Map<Long, Map<Long, EnrichedOrder>> orders = new HashMap<>();
  private final Map<FeatureEntity, FeatureHistory> histories = new EnumMap<>(FeatureEntity.class);
  private final RawFeatures<RestaurantEvent> restaurants = new RawFeatures<>(RestaurantState::new);
  private final RawFeatures<CourierEvent> couriers;
  private final RawFeatures<CityEvent> cities = new RawFeatures<>(CityState::new);
  private final Map<FeatureEntity, Map<Long, Map<Long, FeatureVersion>>> joined =
      new EnumMap<>(FeatureEntity.class);

  private record Key(long orderId, Stage stage) {}

  /**
   * @param courierZone whose midnight starts a courier's day
   * @param progress is told what is being done
   */
  Parity(TopicScan topics, TimeDomain domain, ZoneId courierZone, Consumer<String> progress) {
    this.couriers = new RawFeatures<>(() -> new CourierState(courierZone));
    this.topics = topics;
    this.domain = domain;
    this.progress = progress;
  }

  /**
   * Compares.
   *
   * @param oneIn of how many orders one is taken, by its id: 1 for all
   */
  Report.Summary run(int oneIn) {
    read(
        TopicCatalogue.ETA_PREDICTIONS,
        EtaPrediction.class,
        prediction -> {
          if (Math.floorMod(Long.hashCode(prediction.orderId() * 0x9E3779B97F4A7C15L), oneIn)
              == 0) {
            sample.merge(
                new Key(prediction.orderId(), prediction.stage()),
                prediction,
                (a, b) -> a.version() >= b.version() ? a : b);
          }
        });
    sample.values().forEach(p -> orders.put(p.orderId(), new HashMap<>()));
    read(
        TopicCatalogue.ORDERS_ENRICHED,
        EnrichedOrder.class,
        order -> {
          Map<Long, EnrichedOrder> versions = orders.get(order.orderId());
          if (versions != null) {
            versions.put(order.version(), order);
          }
        });
    for (FeatureEntity entity : FeatureEntity.values()) {
      FeatureHistory history = new FeatureHistory();
      read(entity.topic(), FeatureVersion.class, history::add);
      histories.put(entity, history);
      joined.put(entity, new HashMap<>());
    }
    sample.values().forEach(this::compare);
    foldChanges();
    compareFeatures(FeatureEntity.RESTAURANT, restaurants);
    compareFeatures(FeatureEntity.COURIER, couriers);
    compareFeatures(FeatureEntity.CITY, cities);
    return report.summary();
  }

  private void compare(EtaPrediction prediction) {
    EnrichedOrder order =
        orders
            .getOrDefault(prediction.orderId(), Map.of())
            .get(Math.floorDiv(prediction.version(), (long) CORRECTIONS));
    if (order == null) {
      report.incomparable();
      return;
    }
    Instant at = order.eventTime();
    Long courierId = prediction.stage() == Stage.PLACED ? null : order.courierId();
    report.compared(
        Vectors.late(prediction),
        Vectors.differences(
            prediction,
            order,
            joined(FeatureEntity.RESTAURANT, order.restaurantId(), at, restaurants),
            courierId == null ? null : joined(FeatureEntity.COURIER, courierId, at, couriers),
            joined(FeatureEntity.CITY, order.cityId(), at, cities)));
  }

  private @Nullable FeatureVersion joined(
      FeatureEntity entity, long id, Instant at, RawFeatures<?> raw) {
    FeatureHistory history = histories.get(entity);
    FeatureVersion version = history == null ? null : history.at(id, at);
    Map<Long, Map<Long, FeatureVersion>> byEntity = joined.get(entity);
    if (version != null && byEntity != null) {
      raw.want(id, version.eventTime());
      byEntity
          .computeIfAbsent(id, any -> new HashMap<>())
          .put(version.eventTime().toEpochMilli(), version);
    }
    return version;
  }

  private void foldChanges() {
    changes(
        TopicCatalogue.ORDERS,
        OrderRow.class,
        change -> {
          restaurants.add(RestaurantEvents.ofOrder(change, domain));
          couriers.add(CourierEvents.ofOrder(change, domain));
          cities.add(CityEvents.ofOrder(change, domain));
        });
    changes(
        TopicCatalogue.RESTAURANTS,
        RestaurantRow.class,
        change -> restaurants.add(RestaurantEvents.ofRestaurant(change, domain)));
    changes(
        TopicCatalogue.COURIERS,
        CourierRow.class,
        change -> {
          couriers.add(CourierEvents.ofCourier(change, domain));
          cities.add(CityEvents.ofCourier(change, domain));
        });
  }

  private void compareFeatures(FeatureEntity entity, RawFeatures<?> raw) {
    List<String> names = FeatureCatalogue.names(entity);
    joined
        .getOrDefault(entity, Map.of())
        .forEach(
            (id, versions) ->
                raw.of(id)
                    .forEach(
                        (instant, values) -> {
                          FeatureVersion published = versions.get(instant);
                          if (published != null) {
                            compareFeatures(entity, names, published, values);
                          }
                        }));
  }

  private void compareFeatures(
      FeatureEntity entity, List<String> names, FeatureVersion published, double[] values) {
    for (int i = 0; i < names.size(); i++) {
      Double said = published.features().get(names.get(i));
      double folded = values[i];
      boolean same = said == null ? Double.isNaN(folded) : Math.abs(said - folded) <= 1e-9;
      report.feature(
          same
              ? null
              : new Difference(
                  "%s/%d@%s".formatted(entity.code(), published.entityId(), published.eventTime()),
                  names.get(i),
                  said,
                  Double.isNaN(folded) ? null : folded));
    }
  }

  private <T> void read(TopicSpec topic, Class<T> type, Consumer<T> reader) {
    progress.accept("reading " + topic.name());
    JsonCodec<T> codec = new JsonCodec<>(type);
    topics.read(
        topic,
        (key, value) -> {
          if (value == null || ProgressKey.marks(key)) {
            return;
          }
          try {
            reader.accept(codec.decode(value));
          } catch (ContractViolationException notOurs) {
            // It is in dead_letters; whoever reads the topic passes it over, and so does this.
            progress.accept("passed over in " + topic.name() + ": " + notOurs.getMessage());
          }
        });
  }

  private <R> void changes(TopicSpec topic, Class<R> row, Consumer<Change<R>> reader) {
    progress.accept("folding " + topic.name());
    ChangeCodec<R> codec = new ChangeCodec<>(row);
    topics.read(
        topic,
        (key, value) -> {
          try {
            CdcRecord<R> record = codec.decode(value).orElse(null);
            if (record instanceof Change<R> change) {
              reader.accept(change);
            }
          } catch (ContractViolationException notOurs) {
            progress.accept("passed over in " + topic.name() + ": " + notOurs.getMessage());
          }
        });
  }
}
