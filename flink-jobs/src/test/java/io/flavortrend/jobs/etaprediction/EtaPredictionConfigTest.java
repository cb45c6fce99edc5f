package io.flavortrend.jobs.etaprediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flavortrend.jobs.frame.JobConfig;
import io.flavortrend.settings.InvalidSettingException;
import io.flavortrend.settings.Settings;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EtaPredictionConfigTest {
  @Test
  void defaults() {
    Settings none = Settings.of(Map.of());
    assertThat(EtaPredictionConfig.from(none))
        .isEqualTo(
            new EtaPredictionConfig(
                JobConfig.from("eta-prediction", none),
                Duration.ofMillis(50),
                Duration.ofMinutes(15),
                Duration.ofMinutes(30),
                Duration.ofMinutes(10),
                Duration.ofHours(24),
                64));
  }

  @Test
  void inAHistoryVersionsAreKeptForAllThatIsReadApart() {
    assertThat(
            EtaPredictionConfig.from(Settings.of(Map.of(JobConfig.TIME_DOMAIN, "log")))
                .versionsKeptFor())
        .isEqualTo(Duration.ofHours(24));
  }

  @Test
  void everyKey() {
    Map<String, String> values = new HashMap<>();
    values.put(EtaPredictionConfig.FEATURES_CAP, "PT0.02S");
    values.put(EtaPredictionConfig.CORRECTED_FOR, "PT2M");
    values.put(EtaPredictionConfig.VERSIONS_KEPT_FOR, "PT3M");
    values.put(EtaPredictionConfig.HISTORY_MARGIN, "PT4M");
    values.put(EtaPredictionConfig.ORDERS_KEPT_FOR, "PT5H");
    values.put(EtaPredictionConfig.PACKAGE_LIMIT_MB, "6");
    assertThat(EtaPredictionConfig.KEYS)
        .containsAll(values.keySet())
        .containsAll(JobConfig.KEYS)
        .hasSize(JobConfig.KEYS.size() + values.size());
    Settings settings = Settings.of(values);
    assertThat(EtaPredictionConfig.from(settings))
        .isEqualTo(
            new EtaPredictionConfig(
                JobConfig.from("eta-prediction", settings),
                Duration.ofMillis(20),
                Duration.ofMinutes(2),
                Duration.ofMinutes(3),
                Duration.ofMinutes(4),
                Duration.ofHours(5),
                6));
  }

  @ParameterizedTest
  @CsvSource({
    "FLAVOR_ETA_PREDICTION_FEATURES_CAP, -PT1S",
    "FLAVOR_ETA_PREDICTION_CORRECTED_FOR, soon",
    "FLAVOR_ETA_PREDICTION_VERSIONS_KEPT_FOR, 5",
    "FLAVOR_ETA_PREDICTION_HISTORY_MARGIN, x",
    "FLAVOR_ETA_PREDICTION_ORDERS_KEPT_FOR, PT0S",
    "FLAVOR_ETA_PREDICTION_PACKAGE_LIMIT_MB, 0"
  })
  void aBadValueNamesItsKey(String key, String value) {
    assertThatThrownBy(() -> EtaPredictionConfig.from(Settings.of(Map.of(key, value))))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining(key);
  }
}
