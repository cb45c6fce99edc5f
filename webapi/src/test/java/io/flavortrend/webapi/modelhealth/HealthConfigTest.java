package io.flavortrend.webapi.modelhealth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flavortrend.settings.InvalidSettingException;
import io.flavortrend.settings.Settings;
import io.flavortrend.webapi.modelhealth.HealthConfig.Threshold;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HealthConfigTest {
  @Test
  void hasTheDocumentedDefaults() {
    assertThat(HealthConfig.from(Settings.of(Map.of())))
        .isEqualTo(
            new HealthConfig(
                new Threshold(1.15, 1.3),
                new Threshold(0.05, 0.1),
                new Threshold(0.1, 0.25),
                new Threshold(0.1, 0.2),
                100,
                Duration.ofHours(2),
                Duration.ofMinutes(10)));
  }

  @Test
  void readsEveryKey() {
    assertThat(
            HealthConfig.from(
                Settings.of(
                    Map.ofEntries(
                        Map.entry("FLAVOR_MODEL_MAE_WARNING", "1.2"),
                        Map.entry("FLAVOR_MODEL_MAE_ALARM", "2"),
                        Map.entry("FLAVOR_MODEL_COVERAGE_WARNING", "0.01"),
                        Map.entry("FLAVOR_MODEL_COVERAGE_ALARM", "0.02"),
                        Map.entry("FLAVOR_DRIFT_PSI_WARNING", "0.3"),
                        Map.entry("FLAVOR_DRIFT_PSI_ALARM", "0.5"),
                        Map.entry("FLAVOR_DRIFT_KS_WARNING", "0.15"),
                        Map.entry("FLAVOR_DRIFT_KS_ALARM", "0.35"),
                        Map.entry("FLAVOR_MODEL_FEWEST_OUTCOMES", "7"),
                        Map.entry("FLAVOR_DRIFT_BACK", "PT1H"),
                        Map.entry("FLAVOR_DRIFT_SLICE", "PT5M")))))
        .isEqualTo(
            new HealthConfig(
                new Threshold(1.2, 2),
                new Threshold(0.01, 0.02),
                new Threshold(0.3, 0.5),
                new Threshold(0.15, 0.35),
                7,
                Duration.ofHours(1),
                Duration.ofMinutes(5)));
  }

  @Test
  void namesKeyValueAndWhatIsAllowed() {
    for (Map<String, String> wrong :
        java.util.List.of(
            Map.of("FLAVOR_DRIFT_KS_ALARM", "2"),
            Map.of("FLAVOR_DRIFT_PSI_ALARM", "0.05"),
            Map.of("FLAVOR_DRIFT_SLICE", "PT10S"),
            Map.of("FLAVOR_DRIFT_BACK", "PT1M"),
            Map.of("FLAVOR_MODEL_FEWEST_OUTCOMES", "none"))) {
      String key = wrong.keySet().iterator().next();
      assertThatThrownBy(() -> HealthConfig.from(Settings.of(wrong)))
          .isInstanceOf(InvalidSettingException.class)
          .hasMessageContaining(key)
          .hasMessageContaining("allowed is");
    }
  }
}
