package io.flavortrend.jobs.frame.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flavortrend.jobs.frame.JobConfig;
import io.flavortrend.settings.InvalidSettingException;
import io.flavortrend.settings.Settings;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeatureConfigTest {
  @Test
  void defaults() {
    Settings none = Settings.of(Map.of());
    assertThat(FeatureConfig.from("x-features", none))
        .isEqualTo(
            new FeatureConfig(
                JobConfig.from("x-features", none),
                Duration.ofMillis(100),
                Duration.ofMillis(10),
                Duration.ofHours(24)));
  }

  @Test
  void everyKey() {
    Map<String, String> own =
        Map.of(
            FeatureConfig.VERSION_INTERVAL, "PT0.3S",
            FeatureConfig.MARKER_INTERVAL, "PT0.005S",
            FeatureConfig.ALLOWED_LATENESS, "PT7H");
    assertThat(FeatureConfig.KEYS).containsAll(own.keySet()).containsAll(JobConfig.KEYS);
    FeatureConfig config = FeatureConfig.from("x", Settings.of(own));
    assertThat(config.versionInterval()).isEqualTo(Duration.ofMillis(300));
    assertThat(config.markerInterval()).isEqualTo(Duration.ofMillis(5));
    assertThat(config.allowedLateness()).isEqualTo(Duration.ofHours(7));
  }

  @ParameterizedTest
  @CsvSource({
    "FLAVOR_FEATURES_VERSION_INTERVAL, PT11S",
    "FLAVOR_FEATURES_MARKER_INTERVAL, PT11S",
    "FLAVOR_FEATURES_ALLOWED_LATENESS, -PT1H"
  })
  void aBadValueNamesItsKey(String key, String value) {
    assertThatThrownBy(() -> FeatureConfig.from("x", Settings.of(Map.of(key, value))))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining(key)
        .hasMessageContaining(value);
  }
}
