package io.flavortrend.webapi.modelhealth;

import static org.assertj.core.api.Assertions.assertThat;

import io.flavortrend.inference.drift.Drift;
import io.flavortrend.settings.Settings;
import io.flavortrend.webapi.modelhealth.FeatureDrift.Found;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FeatureDriftTest {
  private static final HealthConfig CONFIG = HealthConfig.from(Settings.of(Map.of()));
  private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");

  @Test
  void tellsSinceWhenItHasMovedWithoutABreak() {
    FeatureDrift moved = drift("distance_km", 0.3, 0.02, 0.12, 0.4);

    assertThat(moved.status()).isEqualTo(Status.ALARM);
    assertThat(moved.psi()).isEqualTo(0.4);
    assertThat(moved.since()).isEqualTo(START.plus(Duration.ofMinutes(20)));
  }

  @Test
  void isOverWhenTheNewestSliceIsAsInTraining() {
    FeatureDrift over = drift("distance_km", 0.4, 0.4, 0.05);

    assertThat(over.status()).isEqualTo(Status.OK);
    assertThat(over.since()).isNull();
  }

  @Test
  void warnsBeforeItAlarms() {
    assertThat(drift("item_count", 0.1).status()).isEqualTo(Status.WARNING);
    assertThat(drift("item_count", 0.25).status()).isEqualTo(Status.ALARM);
  }

  @Test
  void doesNotJudgeWhatMovesWithDayAndWeather() {
    for (String element : List.of("hour", "weather_rain_mm", "city_pressure")) {
      FeatureDrift moving = drift(element, 3);
      assertThat(moving.psi()).isEqualTo(3);
      assertThat(moving.status()).as(element).isNull();
      assertThat(moving.since()).as(element).isNull();
    }
  }

  @Test
  void saysNothingOfFewValues() {
    FeatureDrift few =
        FeatureDrift.of("distance_km", List.of(new Found(START, 12, Optional.empty())), CONFIG);

    assertThat(few.status()).isNull();
    assertThat(few.psi()).isNull();
    assertThat(few.count()).isEqualTo(12);
  }

  @Test
  void everyNameThatIsNotJudgedIsAnElement() {
    assertThat(io.flavortrend.features.vector.EtaVector.names())
        .containsAll(FeatureDrift.MOVES_WITH_THE_DAY);
  }

  private static FeatureDrift drift(String element, double... psi) {
    List<Found> slices = new ArrayList<>();
    for (double value : psi) {
      slices.add(
          new Found(
              START.plus(Duration.ofMinutes(10L * slices.size())),
              700,
              Optional.of(new Drift(value, 0.01, 700))));
    }
    return FeatureDrift.of(element, slices, CONFIG);
  }
}
