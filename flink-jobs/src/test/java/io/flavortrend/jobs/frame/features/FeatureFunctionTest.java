package io.flavortrend.jobs.frame.features;

import static org.assertj.core.api.Assertions.assertThat;

import io.flavortrend.contracts.values.FeatureVersion;
import io.flavortrend.features.catalogue.FeatureEntity;
import io.flavortrend.features.fold.Occurrence;
import io.flavortrend.features.restaurant.RestaurantEvent;
import io.flavortrend.features.restaurant.RestaurantEvent.Kind;
import io.flavortrend.features.restaurant.RestaurantState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class FeatureFunctionTest {
  private static final long NOON = Instant.parse("2026-03-01T12:00:00Z").toEpochMilli();
  private static final long DAY = Duration.ofDays(1).toMillis();

  @Test
  void aVersionIsDatedWhenItHappenedAndShownOnceTheWatermarkHasPassed() throws Exception {
    try (var harness = started(100, 3)) {
      harness.processWatermark(NOON - 1);
      harness.processElement(placed(NOON + 10), 0);
      harness.processWatermark(NOON + 9);
      assertThat(versions(harness)).isEmpty();
      harness.processWatermark(NOON + 10);
      assertThat(versions(harness))
          .singleElement()
          .satisfies(
              version -> {
                assertThat(version.eventTime().toEpochMilli()).isEqualTo(NOON + 10);
                assertThat(version.version()).isEqualTo((3L << 40) + 1);
                assertThat(version.features())
                    .containsEntry("open_orders", 1.0)
                    .containsEntry("prep_minutes_mean_1h", null);
                assertThat(version.cityId()).isEqualTo(7);
              });
    }
  }

  @Test
  void whatComesLateIsKnownFromJustAfterTheWatermark() throws Exception {
    try (var harness = started(0, 1)) {
      harness.processWatermark(NOON);
      harness.processElement(placed(NOON - 5_000), 0);
      harness.processWatermark(NOON + 50);
      assertThat(times(harness)).containsExactly(NOON + 1);
    }
  }

  @Test
  void aBusyEntityHasOneVersionInAnInterval() throws Exception {
    try (var harness = started(100, 1)) {
      harness.processWatermark(NOON - 1);
      for (int i = 0; i < 50; i++) {
        harness.processElement(placed(NOON + 10 * i), 0);
      }
      harness.processWatermark(NOON + 1_000);
      assertThat(times(harness))
          .containsExactly(NOON, NOON + 100, NOON + 200, NOON + 300, NOON + 400, NOON + 500);
      assertThat(versions(harness))
          .extracting(version -> version.features().get("open_orders"))
          .containsExactly(1.0, 11.0, 21.0, 31.0, 41.0, 50.0);
    }
  }

  @Test
  void versionsAreTheSameAtEveryPace() throws Exception {
    List<FeatureVersion> atOnce = paced(1_000_000);
    assertThat(atOnce).hasSizeGreaterThan(80);
    assertThat(paced(7)).isEqualTo(atOnce);
    assertThat(paced(333)).isEqualTo(atOnce);
  }

  @Test
  void aWindowsExpiryIsAVersionToo() throws Exception {
    try (var harness = started(100, 1)) {
      harness.processWatermark(NOON - 1);
      harness.processElement(placed(NOON + 61_000), 0);
      harness.processWatermark(NOON + 2 * 3_600_000);
      assertThat(times(harness)).containsExactly(NOON + 61_000, NOON + 61 * 60_000);
      assertThat(versions(harness))
          .extracting(version -> version.features().get("orders_per_minute_1h"))
          .containsExactly(1 / 60.0, 0.0);
    }
  }

  @Test
  void ofASnapshotOnlyTheEndIsShown() throws Exception {
    try (var harness = started(100, 1)) {
      for (int i = 0; i < 1_000; i++) {
        harness.processElement(
            event(Kind.PLACED, NOON - 7 * DAY + i * 500_000L, 1, true, NOON - DAY), 0);
      }
      harness.processWatermark(NOON);
      assertThat(versions(harness))
          .singleElement()
          .satisfies(version -> assertThat(version.features()).containsEntry("open_orders", 0.0));
    }
  }

  @Test
  void whatASnapshotTellsOfLongAgoIsRememberedToo() throws Exception {
    try (var harness = started(100, 1)) {
      for (int i = 0; i < 45; i++) {
        long at = NOON - 90 * DAY + i * 500_000L;
        harness.processElement(event(Kind.PLACED, at, 1, true, NOON - 90 * DAY), 0);
      }
      harness.processWatermark(NOON);
      harness.processElement(placed(NOON + 10), 0);
      harness.processWatermark(NOON + 10);
      assertThat(versions(harness)).hasSize(2);
      assertThat(newest(harness).version()).isGreaterThan(versions(harness).get(0).version());
      harness.processWatermark(NOON + 80 * DAY);
      assertThat(harness.numKeyedStateEntries()).isZero();
    }
  }

  @Test
  void nothingIsShownWhereNothingHasChanged() throws Exception {
    try (var harness = started(100, 1)) {
      harness.processWatermark(NOON - 1);
      RestaurantEvent placed = placed(NOON);
      harness.processElement(placed, 0);
      harness.processElement(placed.negated(), 0);
      harness.processElement(placed, 0);
      harness.processWatermark(NOON);
      harness.processElement(placed.negated(), 0);
      harness.processElement(placed, 0);
      harness.processWatermark(NOON + 500);
      assertThat(versions(harness)).hasSize(1);
    }
  }

  @Test
  void stateAndTimersDrain() throws Exception {
    try (var harness = started(100, 1)) {
      harness.processWatermark(NOON - 1);
      for (int i = 0; i < 500; i++) {
        harness.processElement(event(Kind.PLACED, NOON + i * 1_000L, i, false, NOON), 0);
        harness.processElement(event(Kind.READY, NOON + i * 1_500L, i, false, 0), 0);
      }
      harness.processWatermark(NOON + 600_000);
      assertThat(harness.numKeyedStateEntries()).isPositive();
      harness.processWatermark(NOON + 40 * DAY);
      assertThat(harness.numKeyedStateEntries()).as("its count of changes").isEqualTo(1);
      harness.processWatermark(NOON + 70 * DAY);
      assertThat(harness.numKeyedStateEntries()).isZero();
      assertThat(harness.numEventTimeTimers()).isZero();
      assertThat(harness.numProcessingTimeTimers()).isZero();
      assertThat(newest(harness).features())
          .containsEntry("open_orders", 0.0)
          .containsEntry("prep_minutes_decayed", null);
    }
  }

  @Test
  void aRestoreKeepsGenerationCountAndWhatWaits() throws Exception {
    OperatorSubtaskState snapshot;
    try (var harness = started(100, 3)) {
      harness.processWatermark(NOON - 1);
      harness.processElement(placed(NOON), 0);
      harness.processWatermark(NOON);
      harness.processElement(placed(NOON + 500), 0);
      snapshot = harness.snapshot(1, 1);
    }
    try (var harness = harness(100, 1)) {
      harness.initializeState(snapshot);
      harness.open();
      harness.processWatermark(NOON + 600);
      assertThat(newest(harness).version()).isEqualTo((3L << 40) + 2);
      assertThat(newest(harness).features()).containsEntry("open_orders", 2.0);
    }
  }

  @Test
  void aListOfFeaturesThatHasChangedIsShownAtTheNextChange() throws Exception {
    KeptFeatures<RestaurantEvent> kept = new KeptFeatures<>(new RestaurantState());
    kept.fold(NOON, placed(NOON));
    assertThat(kept.show(NOON)).isTrue();
    KeptFeatures<RestaurantEvent> restored =
        new KeptFeatures<>(new RestaurantState()).fromBytes(kept.toBytes());
    assertThat(restored.shown()).containsExactly(kept.shown());
    assertThat(restored.show(NOON + 1)).isFalse();
  }

  /** A day's story with watermarks so many milliseconds apart. */
  private static List<FeatureVersion> paced(long step) throws Exception {
    try (var harness = started(100, 1)) {
      long watermark = NOON - 1;
      harness.processWatermark(watermark);
      for (int i = 0; i < 300; i++) {
        long at = NOON + (i * 7_919L) % 9_000;
        harness.processElement(event(Kind.PLACED, at, i, false, NOON), 0);
      }
      while (watermark < NOON + 10_000) {
        watermark += step;
        harness.processWatermark(watermark);
      }
      List<FeatureVersion> shown = versions(harness);
      return shown.stream()
          .filter(version -> version.eventTime().toEpochMilli() < NOON + 10_000)
          .toList();
    }
  }

  private static FeatureVersion newest(
      KeyedOneInputStreamOperatorTestHarness<Long, RestaurantEvent, FeatureVersion> harness) {
    List<FeatureVersion> versions = versions(harness);
    return versions.get(versions.size() - 1);
  }

  private static List<Long> times(
      KeyedOneInputStreamOperatorTestHarness<Long, RestaurantEvent, FeatureVersion> harness) {
    return versions(harness).stream().map(version -> version.eventTime().toEpochMilli()).toList();
  }

  private static List<FeatureVersion> versions(
      KeyedOneInputStreamOperatorTestHarness<Long, RestaurantEvent, FeatureVersion> harness) {
    return harness.extractOutputValues();
  }

  static RestaurantEvent placed(long at) {
    return event(Kind.PLACED, at, 0, false, at);
  }

  private static RestaurantEvent event(
      Kind kind, long at, int amount, boolean snapshot, long openedAt) {
    return new RestaurantEvent(
        1,
        7,
        new Occurrence(at, at, snapshot, at * 1_000, at * 1_000 + 5),
        kind,
        1,
        kind == Kind.PLACED ? openedAt : RestaurantEvent.NO_ORDER,
        amount);
  }

  static KeyedOneInputStreamOperatorTestHarness<Long, RestaurantEvent, FeatureVersion> harness(
      long intervalMillis, int generation) throws Exception {
    FeatureGroup<RestaurantEvent> group =
        new FeatureGroup<>(FeatureEntity.RESTAURANT, RestaurantEvent.class, RestaurantState::new);
    return new KeyedOneInputStreamOperatorTestHarness<>(
        new KeyedProcessOperator<>(
            new FeatureFunction<>(group, Duration.ofMillis(intervalMillis), generation)),
        RestaurantEvent::entityId,
        Types.LONG);
  }

  private static KeyedOneInputStreamOperatorTestHarness<Long, RestaurantEvent, FeatureVersion>
      started(long intervalMillis, int generation) throws Exception {
    var harness = harness(intervalMillis, generation);
    harness.open();
    return harness;
  }
}
