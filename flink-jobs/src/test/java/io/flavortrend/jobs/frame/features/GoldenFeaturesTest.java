package io.flavortrend.jobs.frame.features;

import static org.assertj.core.api.Assertions.assertThat;

import io.flavortrend.contracts.values.FeatureVersion;
import io.flavortrend.features.catalogue.FeatureEntity;
import io.flavortrend.features.city.CityEvent;
import io.flavortrend.features.city.CityState;
import io.flavortrend.features.courier.CourierEvent;
import io.flavortrend.features.courier.CourierState;
import io.flavortrend.features.courier.Delivery;
import io.flavortrend.features.fold.FeatureEvent;
import io.flavortrend.features.fold.Occurrence;
import io.flavortrend.features.restaurant.RestaurantEvent;
import io.flavortrend.features.restaurant.RestaurantState;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OperatorSnapshotUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Features' state written by the first version, restored by this one. The files are never written
 * anew: a change that cannot read them needs a migration. {@code -Dgolden.write=true
 * -Dtest=GoldenFeaturesTest#write} writes those of a state that is added.
 */
class GoldenFeaturesTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden");
  private static final long NOON = Instant.parse("2026-03-01T12:00:00Z").toEpochMilli();
  private static final long LATER = NOON + 900_000;

  private static final FeatureGroup<RestaurantEvent> RESTAURANTS =
      new FeatureGroup<>(FeatureEntity.RESTAURANT, RestaurantEvent.class, RestaurantState::new);
  private static final FeatureGroup<CourierEvent> COURIERS =
      new FeatureGroup<>(
          FeatureEntity.COURIER, CourierEvent.class, () -> new CourierState(ZoneOffset.UTC));
  private static final FeatureGroup<CityEvent> CITIES =
      new FeatureGroup<>(FeatureEntity.CITY, CityEvent.class, CityState::new);

  @Test
  void aRestaurantGoesOnWhereItWas() throws Exception {
    FeatureVersion version = restored(RESTAURANTS, restaurant(NOON + 700_000, 0, 30 * 60));
    assertThat(version.version()).isEqualTo((7L << 40) + 4);
    assertThat(version.features())
        .containsEntry("prep_minutes_mean_1h", 20.0)
        .containsEntry("open_orders", 1.0)
        .containsEntry("orders_per_minute_1h", 1 / 60.0);
  }

  @Test
  void aCourierGoesOnWhereItWas() throws Exception {
    FeatureVersion version = restored(COURIERS, courier(NOON + 700_000, 2));
    assertThat(version.version()).isEqualTo((7L << 40) + 3);
    assertThat(version.features())
        .containsEntry("deliveries_today", 2.0)
        .containsEntry("speed_kmh_last_n", 18.0)
        .containsEntry("on_time_rate", 1.0);
  }

  @Test
  void aCityGoesOnWhereItWas() throws Exception {
    FeatureVersion version = restored(CITIES, city(NOON + 700_000, CityEvent.Kind.PLACED));
    assertThat(version.version()).isEqualTo((7L << 40) + 4);
    assertThat(version.features())
        .isEqualTo(Map.of("pressure", 200.0 / 3, "idle_couriers", 1.0, "open_orders", 3.0));
  }

  @Test
  @EnabledIfSystemProperty(named = "golden.write", matches = "true")
  void write() throws Exception {
    write(
        RESTAURANTS,
        List.of(restaurant(NOON, NOON, 0), restaurant(NOON + 1_000, 0, 600)),
        restaurant(NOON + 600_000, 0, 20 * 60));
    write(
        COURIERS,
        List.of(courier(NOON, 1)),
        new CourierEvent(
            1,
            7,
            when(NOON + 1),
            CourierEvent.Kind.ROW,
            1,
            CourierEvent.NO_LOAD,
            Delivery.NONE,
            1,
            2));
    write(
        CITIES,
        List.of(city(NOON, CityEvent.Kind.PLACED)),
        city(NOON + 1, CityEvent.Kind.PLACED),
        city(NOON + 2, CityEvent.Kind.IDLE));
  }

  @SafeVarargs
  private static <E extends FeatureEvent<E>> void write(
      FeatureGroup<E> group, List<E> folded, E... waiting) throws Exception {
    try (var harness = harness(group, 7)) {
      harness.open();
      harness.processWatermark(NOON - 1);
      for (E event : folded) {
        harness.processElement(event, 0);
      }
      harness.processWatermark(NOON);
      for (E event : waiting) {
        harness.processElement(event, 0);
      }
      OperatorSnapshotUtil.writeStateHandle(harness.snapshot(1, 1), file(group));
    }
  }

  /** The last version after what waited in the state and one event more. */
  private static <E extends FeatureEvent<E>> FeatureVersion restored(FeatureGroup<E> group, E more)
      throws Exception {
    try (var harness = harness(group, 1)) {
      harness.initializeState(OperatorSnapshotUtil.readStateHandle(file(group)));
      harness.open();
      harness.processWatermark(NOON);
      harness.processElement(more, 0);
      harness.processWatermark(LATER);
      List<FeatureVersion> versions = harness.extractOutputValues();
      return versions.get(versions.size() - 1);
    }
  }

  private static RestaurantEvent restaurant(long at, long openedAt, int seconds) {
    boolean placed = openedAt != 0;
    return new RestaurantEvent(
        1,
        7,
        when(at),
        placed ? RestaurantEvent.Kind.PLACED : RestaurantEvent.Kind.READY,
        1,
        placed ? openedAt : RestaurantEvent.NO_ORDER,
        seconds);
  }

  private static CourierEvent courier(long at, long orderId) {
    return new CourierEvent(
        1,
        7,
        when(at),
        CourierEvent.Kind.DELIVERED,
        1,
        CourierEvent.NO_LOAD,
        new Delivery(orderId, at, 3_000, 600, 1),
        Delivery.UNKNOWN,
        Delivery.UNKNOWN);
  }

  private static CityEvent city(long at, CityEvent.Kind kind) {
    return new CityEvent(7, when(at), kind, 1, kind == CityEvent.Kind.IDLE ? 0 : NOON);
  }

  private static Occurrence when(long at) {
    return new Occurrence(at, at, false, at * 1_000, at * 1_000);
  }

  private static String file(FeatureGroup<?> group) {
    return GOLDEN.resolve(group.entity().code() + "-features-1.snapshot").toString();
  }

  private static <E extends FeatureEvent<E>>
      KeyedOneInputStreamOperatorTestHarness<Long, E, FeatureVersion> harness(
          FeatureGroup<E> group, int generation) throws Exception {
    return new KeyedOneInputStreamOperatorTestHarness<>(
        new KeyedProcessOperator<>(
            new FeatureFunction<>(group, Duration.ofMillis(100), generation)),
        FeatureEvent::entityId,
        Types.LONG);
  }
}
