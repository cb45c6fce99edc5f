package io.flavortrend.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
  private enum Domain {
    LIVE,
    LOG
  }

  @Test
  void absentOrBlankKeysHaveTheirDefaults() {
    Settings settings = Settings.of(Map.of("PORT", "  "));

    assertThat(settings.port("PORT", 8080)).isEqualTo(8080);
    assertThat(settings.text("TEXT", "default")).isEqualTo("default");
    assertThat(settings.decimal("RATE", 2.5, 0, 10)).isEqualTo(2.5);
    assertThat(settings.flag("FLAG", true)).isTrue();
    assertThat(settings.choice("DOMAIN", Domain.class, Domain.LOG)).isEqualTo(Domain.LOG);
    assertThat(settings.duration("WAIT", Duration.ofSeconds(1))).isEqualTo(Duration.ofSeconds(1));
    assertThat(settings.path("DIR", Path.of("a"))).isEqualTo(Path.of("a"));
  }

  @Test
  void valuesAreParsedAndTrimmed() {
    Settings settings =
        Settings.of(
            Map.of(
                "PORT", " 9 ", "RATE", "0.5", "FLAG", "TRUE", "DOMAIN", "live", "WAIT", "PT0.2S"));

    assertThat(settings.port("PORT", 1)).isEqualTo(9);
    assertThat(settings.decimal("RATE", 1, 0, 1)).isEqualTo(0.5);
    assertThat(settings.flag("FLAG", false)).isTrue();
    assertThat(settings.choice("DOMAIN", Domain.class, Domain.LOG)).isEqualTo(Domain.LIVE);
    assertThat(settings.duration("WAIT", Duration.ZERO)).isEqualTo(Duration.ofMillis(200));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          port     | 70000 | KEY is '70000': allowed is a whole number from 1 to 65535
          port     | abc   | KEY is 'abc': allowed is a whole number from 1 to 65535
          decimal  | NaN   | KEY is 'NaN': allowed is a number from 0.0 to 1.0
          flag     | yes   | KEY is 'yes': allowed is true or false
          choice   | fast  | KEY is 'fast': allowed is one of live, log
          duration | 5s    | KEY is '5s': allowed is an ISO-8601 duration such as PT0.2S or PT24H, not negative
          duration | -PT1S | KEY is '-PT1S': allowed is an ISO-8601 duration such as PT0.2S or PT24H, not negative
          """)
  void refusedValuesNameKeyValueAndWhatIsAllowed(String kind, String value, String message) {
    Settings settings = Settings.of(Map.of("KEY", value));
    Map<String, Function<Settings, Object>> readers =
        Map.of(
            "port", s -> s.port("KEY", 1),
            "decimal", s -> s.decimal("KEY", 0, 0, 1),
            "flag", s -> s.flag("KEY", true),
            "choice", s -> s.choice("KEY", Domain.class, Domain.LIVE),
            "duration", s -> s.duration("KEY", Duration.ZERO));

    assertThatThrownBy(() -> readers.get(kind).apply(settings))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessage(message);
  }

  @Test
  void secretsComeFromFilesAndHideThemselves(@TempDir Path directory) throws IOException {
    Files.writeString(directory.resolve("token.key"), "s3cr3t\n");
    Settings settings = Settings.of(Map.of(Settings.SECRETS_DIR, directory.toString()));

    Secret secret = settings.secret("token.key");

    assertThat(secret.reveal()).isEqualTo("s3cr3t");
    assertThat(secret).hasToString("Secret[hidden]");
  }

  @Test
  void aMissingSecretNamesItsFile(@TempDir Path directory) {
    Settings settings = Settings.of(Map.of(Settings.SECRETS_DIR, directory.toString()));

    assertThatThrownBy(() -> settings.secret("token.key"))
        .isInstanceOf(MissingSecretException.class)
        .hasMessageContaining(directory.resolve("token.key").toString());
  }
}
