package io.flavortrend.jobs.etaprediction;

import io.flavortrend.contracts.TimeDomain;
import io.flavortrend.contracts.cdc.OrderStatus;
import io.flavortrend.contracts.values.DeadLetter;
import io.flavortrend.contracts.values.EnrichedOrder;
import io.flavortrend.contracts.values.FeatureVersion;
import io.flavortrend.contracts.values.ProgressKey;
import io.flavortrend.contracts.values.ProgressMarker;
import io.flavortrend.features.catalogue.FeatureCatalogue;
import io.flavortrend.features.catalogue.FeatureEntity;
import io.flavortrend.jobs.frame.features.FeatureRecord;
import io.flavortrend.jobs.frame.topics.RecordPosition;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Orders and features of a random day, from a seed, as the topics carry them. */
final class RandomWorld {
  static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private static final int CITIES = 3;
  private static final int RESTAURANTS = 12;
  private static final int COURIERS = 25;
  private static final int SECONDS = 7_200;

  private final Random random;
  private final List<EnrichedOrder> orders = new ArrayList<>();

  RandomWorld(long seed, int orders) {
    this.random = new Random(seed);
    for (long id = 1; id <= orders; id++) {
      live(id);
    }
    this.orders.sort(Comparator.comparing(order -> order.trace().committedAt()));
  }

  /** Every record of the topic of orders, in its order. */
  List<EnrichedOrder> orders() {
    return orders;
  }

  /**
   * The same as the job reads them, with markers that promise as little as a beat would: what is
   * told anew or was committed late still comes behind them.
   */
  List<OrderMessage> messages(TimeDomain domain) {
    OrderReading reading = new OrderReading(domain, Duration.ofMinutes(10));
    RecordPosition nowhere = new RecordPosition("", 0, 0, "");
    List<OrderMessage> messages = new ArrayList<>();
    for (EnrichedOrder order : orders) {
      OrderMessage message = reading.read(nowhere, order);
      if (message != null) {
        messages.add(message);
      }
      if (random.nextInt(5) == 0) {
        Instant through = order.trace().committedAt().minusMillis(3);
        messages.add(OrderMessage.of(new ProgressKey(0, 0), progress(through)));
      }
    }
    return messages;
  }

  /** One partition of a feature topic: versions in their order, markers, and something broken. */
  List<FeatureRecord> features(FeatureEntity entity, DeadLetter broken) {
    int entities =
        switch (entity) {
          case RESTAURANT -> RESTAURANTS;
          case COURIER -> COURIERS;
          case CITY -> CITIES;
        };
    List<FeatureRecord> records = new ArrayList<>();
    records.add(new FeatureRecord(null, null, null, broken));
    long[] versions = new long[entities];
    long millis = NOON.toEpochMilli() - 60_000;
    while (millis < NOON.toEpochMilli() + 1_000 * (SECONDS + 9_000)) {
      millis += 1 + random.nextInt(1_500);
      // The last of each kind shows no features at all.
      int id = random.nextInt(entities - 1);
      records.add(
          new FeatureRecord(
              version(entity, id, Instant.ofEpochMilli(millis), ++versions[id]), null, null, null));
      if (random.nextInt(3) == 0) {
        records.add(marker(Instant.ofEpochMilli(millis)));
      }
    }
    return records;
  }

  private static FeatureRecord marker(Instant through) {
    return new FeatureRecord(null, new ProgressKey(0, 0), progress(through), null);
  }

  private static ProgressMarker progress(Instant through) {
    return new ProgressMarker(ProgressMarker.SCHEMA_VERSION, 1, 1, through);
  }

  private FeatureVersion version(FeatureEntity entity, int id, Instant at, long version) {
    Map<String, @Nullable Double> features = new LinkedHashMap<>();
    for (String name : FeatureCatalogue.names(entity)) {
      features.put(name, random.nextInt(8) == 0 ? null : (double) random.nextInt(100));
    }
    return new FeatureVersion(
        FeatureVersion.SCHEMA_VERSION,
        id,
        1,
        at,
        version,
        features,
        new FeatureVersion.Trace(at, at, at));
  }

  /** A life: some are cancelled, some end early, some are told twice or enriched later. */
  private void live(long id) {
    Instant placed = NOON.plusMillis(random.nextInt(1_000 * SECONDS)).plusNanos(1_000 * id);
    long lsn = 1_000 * id;
    Instant at = placed;
    int city = random.nextInt(CITIES);
    long restaurant = random.nextInt(RESTAURANTS);
    long courier = random.nextInt(COURIERS);
    for (OrderStatus status : OrderStatus.values()) {
      if (status == OrderStatus.CANCELLED || random.nextInt(12) == 0) {
        continue; // A state that was skipped.
      }
      if (random.nextInt(40) == 0) {
        tell(
            new TestOrders(
                id,
                city,
                restaurant,
                courier,
                OrderStatus.CANCELLED,
                placed,
                at,
                16 * ++lsn,
                true,
                at.plusMillis(2)));
        return;
      }
      boolean known = status.ordinal() >= OrderStatus.ASSIGNED.ordinal();
      TestOrders order =
          new TestOrders(
              id,
              city,
              restaurant,
              known && random.nextInt(30) != 0 ? courier : null,
              status,
              placed,
              at,
              16 * ++lsn,
              true,
              at.plusMillis(2));
      int chance = random.nextInt(20);
      if (chance == 0) {
        tell(order.withoutLookups());
        tell(order.withVersion(order.version() + 1).committed(at.plusMillis(90)));
      } else {
        tell(order);
        if (chance == 1) {
          tell(order.committed(at.plusMillis(50)));
        }
      }
      at = at.plusMillis(1 + random.nextInt(600_000));
    }
  }

  private void tell(TestOrders order) {
    orders.add(order.enriched());
  }
}
