package io.flavortrend.jobs.courierfeatures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flavortrend.jobs.frame.features.FeatureConfig;
import io.flavortrend.settings.InvalidSettingException;
import io.flavortrend.settings.Settings;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CourierFeaturesConfigTest {
  @Test
  void defaults() {
    Settings none = Settings.of(Map.of());
    assertThat(CourierFeaturesConfig.from(none))
        .isEqualTo(
            new CourierFeaturesConfig(
                FeatureConfig.from("courier-features", none), ZoneId.of("Africa/Tunis")));
  }

  @Test
  void everyKey() {
    assertThat(CourierFeaturesConfig.KEYS)
        .containsAll(FeatureConfig.KEYS)
        .contains("FLAVOR_CITY_TIMEZONE");
    assertThat(
            CourierFeaturesConfig.from(Settings.of(Map.of("FLAVOR_CITY_TIMEZONE", "Europe/Paris")))
                .cityTimezone())
        .isEqualTo(ZoneId.of("Europe/Paris"));
  }

  @Test
  void aBadValueNamesItsKey() {
    assertThatThrownBy(
            () -> CourierFeaturesConfig.from(Settings.of(Map.of("FLAVOR_CITY_TIMEZONE", "Mars"))))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining("FLAVOR_CITY_TIMEZONE")
        .hasMessageContaining("Mars");
  }
}
