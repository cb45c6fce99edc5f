package io.flavortrend.jobs.staticsla;

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

class StaticSlaConfigTest {
  @Test
  void defaults() {
    Settings none = Settings.of(Map.of());
    assertThat(StaticSlaConfig.from(none))
        .isEqualTo(
            new StaticSlaConfig(
                JobConfig.from("static-sla", none),
                new LimitMinutes(5, 25, 10, 60),
                Duration.ofMinutes(10),
                Duration.ofHours(24),
                Duration.ofHours(48)));
  }

  @Test
  void everyKey() {
    Map<String, String> values = new HashMap<>();
    values.put(JobConfig.TIME_DOMAIN, "log");
    values.put(StaticSlaConfig.ACCEPT_LIMIT, "PT90S");
    values.put(StaticSlaConfig.PREPARE_LIMIT, "PT20M");
    values.put(StaticSlaConfig.PICK_UP_LIMIT, "PT8M");
    values.put(StaticSlaConfig.DELIVER_LIMIT, "PT1H10M");
    values.put(StaticSlaConfig.HISTORY_MARGIN, "PT1M");
    values.put(StaticSlaConfig.ALLOWED_LATENESS, "PT7H");
    values.put(StaticSlaConfig.ABANDONED_AFTER, "PT9H");
    assertThat(StaticSlaConfig.KEYS).containsAll(values.keySet()).containsAll(JobConfig.KEYS);
    assertThat(StaticSlaConfig.KEYS).hasSize(JobConfig.KEYS.size() + 7);
    Settings settings = Settings.of(values);
    assertThat(StaticSlaConfig.from(settings).rules())
        .isEqualTo(
            new SlaRules(
                TimeDomain.LOG,
                new LimitMinutes(1.5, 20, 8, 70),
                Duration.ofMinutes(1),
                Duration.ofHours(7),
                Duration.ofHours(9)));
  }

  @ParameterizedTest
  @CsvSource({
    "FLAVOR_STATIC_SLA_ACCEPT_LIMIT, PT0S",
    "FLAVOR_STATIC_SLA_PREPARE_LIMIT, PT169H",
    "FLAVOR_STATIC_SLA_PICK_UP_LIMIT, 10",
    "FLAVOR_STATIC_SLA_DELIVER_LIMIT, -PT1H",
    "FLAVOR_STATIC_SLA_HISTORY_MARGIN, soon",
    "FLAVOR_STATIC_SLA_ALLOWED_LATENESS, -PT1H",
    "FLAVOR_STATIC_SLA_ABANDONED_AFTER, never"
  })
  void aBadValueNamesItsKey(String key, String value) {
    assertThatThrownBy(() -> StaticSlaConfig.from(Settings.of(Map.of(key, value))))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining(key);
  }
}
