package io.flavortrend.jobs.orderenrichment;

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

class OrderEnrichmentConfigTest {
  @Test
  void defaults() {
    Settings none = Settings.of(Map.of());
    assertThat(OrderEnrichmentConfig.from(none))
        .isEqualTo(
            new OrderEnrichmentConfig(
                JobConfig.from("order-enrichment", none),
                Duration.ofMillis(50),
                Duration.ofMinutes(15),
                Duration.ofHours(24),
                Duration.ofMillis(50),
                Duration.ofHours(1),
                Duration.ofMinutes(1),
                50_000,
                Duration.ofMillis(200)));
  }

  @Test
  void everyKey() {
    Map<String, String> values = new HashMap<>();
    values.put(OrderEnrichmentConfig.WEATHER_CAP, "PT0.02S");
    values.put(OrderEnrichmentConfig.WEATHER_CORRECTED_FOR, "PT2M");
    values.put(OrderEnrichmentConfig.ALLOWED_LATENESS, "PT3H");
    values.put(OrderEnrichmentConfig.LOOKUP_PATIENCE, "PT0.04S");
    values.put(OrderEnrichmentConfig.LOOKUP_RETRY_FOR, "PT5M");
    values.put(OrderEnrichmentConfig.LOOKUP_STALENESS, "PT6S");
    values.put(OrderEnrichmentConfig.LOOKUP_CAPACITY, "7");
    values.put(OrderEnrichmentConfig.MARKER_INTERVAL, "PT0.03S");
    assertThat(OrderEnrichmentConfig.KEYS)
        .containsAll(values.keySet())
        .containsAll(JobConfig.KEYS)
        .hasSize(JobConfig.KEYS.size() + 8);
    Settings settings = Settings.of(values);
    assertThat(OrderEnrichmentConfig.from(settings))
        .isEqualTo(
            new OrderEnrichmentConfig(
                JobConfig.from("order-enrichment", settings),
                Duration.ofMillis(20),
                Duration.ofMinutes(2),
                Duration.ofHours(3),
                Duration.ofMillis(40),
                Duration.ofMinutes(5),
                Duration.ofSeconds(6),
                7,
                Duration.ofMillis(30)));
  }

  @ParameterizedTest
  @CsvSource({
    "FLAVOR_ORDER_ENRICHMENT_WEATHER_CAP, -PT1S",
    "FLAVOR_ORDER_ENRICHMENT_WEATHER_CORRECTED_FOR, soon",
    "FLAVOR_ORDER_ENRICHMENT_ALLOWED_LATENESS, 5",
    "FLAVOR_ORDER_ENRICHMENT_LOOKUP_PATIENCE, x",
    "FLAVOR_ORDER_ENRICHMENT_LOOKUP_RETRY_FOR, x",
    "FLAVOR_ORDER_ENRICHMENT_LOOKUP_STALENESS, x",
    "FLAVOR_ORDER_ENRICHMENT_LOOKUP_CAPACITY, 0",
    "FLAVOR_ORDER_ENRICHMENT_MARKER_INTERVAL, x"
  })
  void aBadValueNamesItsKey(String key, String value) {
    assertThatThrownBy(() -> OrderEnrichmentConfig.from(Settings.of(Map.of(key, value))))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining(key);
  }
}
