package io.flavortrend.jobs.dynamicsla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flavortrend.contracts.TimeDomain;
import io.flavortrend.jobs.frame.JobConfig;
import io.flavortrend.settings.InvalidSettingException;
import io.flavortrend.settings.Settings;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DynamicSlaConfigTest {
  @Test
  void defaults() {
    Settings none = Settings.of(Map.of());
    assertThat(DynamicSlaConfig.from(none))
        .isEqualTo(
            new DynamicSlaConfig(
                JobConfig.from("dynamic-sla", none),
                Duration.ofMinutes(1),
                Duration.ofMinutes(5),
                Duration.ofHours(1),
                Duration.ofHours(24),
                Duration.ofSeconds(1)));
  }

  @Test
  void everyKey() {
    Map<String, String> values = new HashMap<>();
    values.put(JobConfig.TIME_DOMAIN, "log");
    values.put(DynamicSlaConfig.WARNING_MARGIN, "PT90S");
    values.put(DynamicSlaConfig.TOLERANCE, "PT7M");
    values.put(DynamicSlaConfig.GRACE, "PT2H");
    values.put(DynamicSlaConfig.ABANDONED_AFTER, "PT9H");
    values.put(DynamicSlaConfig.EMIT_INTERVAL, "PT0.5S");
    assertThat(DynamicSlaConfig.KEYS).containsAll(values.keySet()).containsAll(JobConfig.KEYS);
    assertThat(DynamicSlaConfig.KEYS).hasSize(JobConfig.KEYS.size() + 5);
    DynamicSlaConfig config = DynamicSlaConfig.from(Settings.of(values));
    assertThat(config.emitInterval()).isEqualTo(Duration.ofMillis(500));
    assertThat(config.rules())
        .isEqualTo(
            new DynamicSlaRules(
                TimeDomain.LOG,
                Duration.ofSeconds(90),
                Duration.ofMinutes(7),
                Duration.ofHours(2),
                Duration.ofHours(9)));
  }

  @ParameterizedTest
  @CsvSource({
    "FLAVOR_DYNAMIC_SLA_WARNING_MARGIN, -PT1M",
    "FLAVOR_DYNAMIC_SLA_TOLERANCE, 5",
    "FLAVOR_DYNAMIC_SLA_GRACE, PT169H",
    "FLAVOR_DYNAMIC_SLA_ABANDONED_AFTER, never",
    "FLAVOR_DYNAMIC_SLA_EMIT_INTERVAL, PT2M"
  })
  void aBadValueNamesItsKey(String key, String value) {
    assertThatThrownBy(() -> DynamicSlaConfig.from(Settings.of(Map.of(key, value))))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining(key);
  }
}
