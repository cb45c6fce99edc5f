package io.flavortrend.webapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flavortrend.contracts.TimeDomain;
import io.flavortrend.webapi.testing.TestServer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WebapiConfigTest {
  @Test
  void hasTheDocumentedDefaults() {
    WebapiConfig config = TestServer.config(Map.of());

    assertThat(config.port()).isEqualTo(8080);
    assertThat(config.bindAddress()).isEqualTo("127.0.0.1");
    assertThat(config.store().port()).isEqualTo(15_432);
    assertThat(config.store().username()).isEqualTo("flavor_api");
    assertThat(config.neighbours().flink()).isEqualTo(URI.create("http://127.0.0.1:8081"));
    assertThat(config.sessionLifetime()).isEqualTo(Duration.ofHours(12));
    assertThat(config.notifierPublicUrl()).isNull();
    assertThat(config.models().directory()).isEqualTo(Path.of(".flavor", "models"));
    assertThat(config.models().hosts()).isEmpty();
    assertThat(config.models().maxBytes()).isEqualTo(64 << 20);
    assertThat(config.models().loaded()).isEqualTo(3);
    assertThat(config.models().bundled()).isEqualTo(URI.create("classpath:/models/eta.zip"));
  }

  @Test
  void readsEveryKey() {
    WebapiConfig config =
        TestServer.config(
            Map.ofEntries(
                Map.entry("FLAVOR_WEBAPI_PORT", "9080"),
                Map.entry("FLAVOR_TIME_DOMAIN", "log"),
                Map.entry("FLAVOR_NOTIFIER_PUBLIC_URL", "wss://live.example.org"),
                Map.entry("FLAVOR_FLINK_PORT", "9081"),
                Map.entry("FLAVOR_CONNECT_URL", "http://connect:1"),
                Map.entry("FLAVOR_SESSION_LIFETIME", "PT1H"),
                Map.entry("FLAVOR_TRUST_FORWARDED_HEADERS", "true"),
                Map.entry("FLAVOR_MODELS_DIR", "/srv/models"),
                Map.entry("FLAVOR_MODELS_HOSTS", "Models.example.org, mlflow"),
                Map.entry("FLAVOR_MODELS_MAX_BYTES", "2048"),
                Map.entry("FLAVOR_MODELS_LOADED", "7")));

    assertThat(config.port()).isEqualTo(9080);
    assertThat(config.timeDomain()).isEqualTo(TimeDomain.LOG);
    assertThat(config.neighbours().generator()).isNull();
    assertThat(config.notifierPublicUrl()).isEqualTo(URI.create("wss://live.example.org"));
    assertThat(config.neighbours().flink()).isEqualTo(URI.create("http://127.0.0.1:9081"));
    assertThat(config.neighbours().connect()).isEqualTo(URI.create("http://connect:1"));
    assertThat(config.sessionLifetime()).isEqualTo(Duration.ofHours(1));
    assertThat(config.trustForwarded()).isTrue();
    assertThat(config.models().directory()).isEqualTo(Path.of("/srv/models"));
    assertThat(config.models().hosts()).containsExactlyInAnyOrder("models.example.org", "mlflow");
    assertThat(config.models().maxBytes()).isEqualTo(2_048);
    assertThat(config.models().loaded()).isEqualTo(7);
  }

  @Test
  void namesKeyValueAndWhatIsAllowed() {
    for (String key :
        new String[] {
          "FLAVOR_WEBAPI_PORT",
          "FLAVOR_FLINK_URL",
          "FLAVOR_TIME_DOMAIN",
          "FLAVOR_MODELS_LOADED",
          "FLAVOR_MODELS_BUNDLED"
        }) {
      assertThatThrownBy(() -> TestServer.config(Map.of(key, "nonsense")))
          .hasMessageContaining(key)
          .hasMessageContaining("nonsense")
          .hasMessageContaining("allowed is");
    }
  }
}
