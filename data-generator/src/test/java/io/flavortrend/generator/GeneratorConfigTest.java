package io.flavortrend.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flavortrend.generator.simulation.Pace;
import io.flavortrend.settings.InvalidSettingException;
import io.flavortrend.settings.Settings;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GeneratorConfigTest {
  @Test
  void hasDefaults() {
    assertThat(GeneratorConfig.from(Settings.of(Map.of())))
        .isEqualTo(
            new GeneratorConfig(new Pace(3, false, null), 1, 2, 30, 2, true, "127.0.0.1", 8095));
  }

  @Test
  void readsEveryKey() {
    Map<String, String> settings =
        Map.of(
            "FLAVOR_GENERATOR_RATE", "1000",
            "FLAVOR_GENERATOR_CONSTANT", "true",
            "FLAVOR_GENERATOR_LIFECYCLE_SECONDS", "40",
            "FLAVOR_GENERATOR_SEED", "7",
            "FLAVOR_GENERATOR_WARM_HOURS", "0.5",
            "FLAVOR_GENERATOR_PING_SECONDS", "0",
            "FLAVOR_GENERATOR_CONNECTIONS", "4",
            "FLAVOR_GENERATOR_AUTOSTART", "false",
            "FLAVOR_BIND_ADDRESS", "127.0.0.2",
            "FLAVOR_GENERATOR_PORT", "9001");
    assertThat(GeneratorConfig.from(Settings.of(settings)))
        .isEqualTo(
            new GeneratorConfig(
                new Pace(1_000, true, 40.0), 7, 0.5, 0, 4, false, "127.0.0.2", 9001));
  }

  @ParameterizedTest
  @CsvSource({
    "FLAVOR_GENERATOR_RATE,fast",
    "FLAVOR_GENERATOR_RATE,-1",
    "FLAVOR_GENERATOR_CONSTANT,maybe",
    "FLAVOR_GENERATOR_LIFECYCLE_SECONDS,0",
    "FLAVOR_GENERATOR_SEED,x",
    "FLAVOR_GENERATOR_WARM_HOURS,100",
    "FLAVOR_GENERATOR_PING_SECONDS,-1",
    "FLAVOR_GENERATOR_CONNECTIONS,0",
    "FLAVOR_GENERATOR_AUTOSTART,yes",
    "FLAVOR_GENERATOR_PORT,0",
    "FLAVOR_TIME_DOMAIN,log"
  })
  void namesTheKeyOfABadValue(String key, String value) {
    assertThatThrownBy(() -> GeneratorConfig.from(Settings.of(Map.of(key, value))))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining("%s is '%s': allowed is".formatted(key, value));
  }
}
