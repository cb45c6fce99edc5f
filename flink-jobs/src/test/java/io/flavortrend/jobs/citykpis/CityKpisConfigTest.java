package io.flavortrend.jobs.citykpis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flavortrend.contracts.TimeDomain;
import io.flavortrend.jobs.frame.DatabaseConfig;
import io.flavortrend.jobs.frame.JobConfig;
import io.flavortrend.jobs.frame.features.FeatureConfig;
import io.flavortrend.settings.InvalidSettingException;
import io.flavortrend.settings.Settings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CityKpisConfigTest {
  @Test
  void defaults() {
    String secrets = Path.of(".flavor", "secrets").toAbsolutePath().toString();
    assertThat(CityKpisConfig.from(Settings.of(Map.of())))
        .isEqualTo(
            new CityKpisConfig(
                new JobConfig(
                    "city-kpis",
                    TimeDomain.LIVE,
                    "127.0.0.1:9092",
                    new DatabaseConfig("127.0.0.1", 15_432, "flavor", secrets),
                    1,
                    Duration.ofSeconds(5),
                    null,
                    Duration.ofMillis(3)),
                Duration.ofMillis(200),
                Duration.ofHours(24),
                FeatureConfig.from("city-kpis", Settings.of(Map.of()))));
  }

  @Test
  void historyIsFlushedLessOften() {
    assertThat(
            CityKpisConfig.from(Settings.of(Map.of(JobConfig.TIME_DOMAIN, "log")))
                .job()
                .bufferTimeout())
        .isEqualTo(Duration.ofMillis(50));
  }

  @Test
  void everyKey() {
    Map<String, String> values = new HashMap<>();
    values.put(JobConfig.TIME_DOMAIN, "log");
    values.put(JobConfig.KAFKA_BOOTSTRAP, "kafka:1");
    values.put(DatabaseConfig.HOST, "db");
    values.put(DatabaseConfig.PORT, "2");
    values.put(DatabaseConfig.DATABASE, "food");
    values.put(DatabaseConfig.SECRETS_DIR, "/secrets");
    values.put(JobConfig.PARALLELISM, "3");
    values.put(JobConfig.CHECKPOINT_INTERVAL, "PT4S");
    values.put(JobConfig.CHECKPOINTS_DIR, "s3://bucket/checkpoints");
    values.put(JobConfig.BUFFER_TIMEOUT, "PT0.005S");
    values.put(CityKpisConfig.EMIT_INTERVAL, "PT0.6S");
    values.put(CityKpisConfig.ALLOWED_LATENESS, "PT7H");
    values.put(FeatureConfig.VERSION_INTERVAL, "PT0.3S");
    values.put(FeatureConfig.MARKER_INTERVAL, "PT0.02S");
    values.put(FeatureConfig.ALLOWED_LATENESS, "PT8H");
    assertThat(values.keySet()).isEqualTo(CityKpisConfig.KEYS);
    assertThat(CityKpisConfig.from(Settings.of(values)))
        .isEqualTo(
            new CityKpisConfig(
                new JobConfig(
                    "city-kpis",
                    TimeDomain.LOG,
                    "kafka:1",
                    new DatabaseConfig("db", 2, "food", "/secrets"),
                    3,
                    Duration.ofSeconds(4),
                    URI.create("s3://bucket/checkpoints"),
                    Duration.ofMillis(5)),
                Duration.ofMillis(600),
                Duration.ofHours(7),
                FeatureConfig.from("city-kpis", Settings.of(values))));
  }

  @ParameterizedTest
  @CsvSource({
    "FLAVOR_TIME_DOMAIN, past",
    "FLAVOR_POSTGRES_PORT, 0",
    "FLAVOR_JOBS_PARALLELISM, 0",
    "FLAVOR_JOBS_CHECKPOINT_INTERVAL, PT0S",
    "FLAVOR_CHECKPOINTS_DIR, 'bad uri:/x'",
    "FLAVOR_JOBS_BUFFER_TIMEOUT, soon",
    "FLAVOR_CITY_KPIS_EMIT_INTERVAL, PT2S",
    "FLAVOR_CITY_KPIS_ALLOWED_LATENESS, -PT1H"
  })
  void aBadValueNamesItsKey(String key, String value) {
    assertThatThrownBy(() -> CityKpisConfig.from(Settings.of(Map.of(key, value))))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining(key)
        .hasMessageContaining(value);
  }

  @Test
  void aPlainFolderBecomesAUri() {
    JobConfig job =
        JobConfig.from("x", Settings.of(Map.of(JobConfig.CHECKPOINTS_DIR, "/var/checkpoints")));
    assertThat(job.checkpointsDir()).isEqualTo(URI.create("file:///var/checkpoints"));
  }
}
