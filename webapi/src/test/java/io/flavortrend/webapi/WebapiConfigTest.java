package io.flavortrend.webapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flavortrend.contracts.TimeDomain;
import io.flavortrend.webapi.testing.TestServer;
import java.net.URI;
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
  }

  @Test
  void readsEveryKey() {
    WebapiConfig config =
        TestServer.config(
            Map.of(
                "FLAVOR_WEBAPI_PORT", "9080",
                "FLAVOR_TIME_DOMAIN", "log",
                "FLAVOR_NOTIFIER_PUBLIC_URL", "wss://live.example.org",
                "FLAVOR_FLINK_PORT", "9081",
                "FLAVOR_CONNECT_URL", "http://connect:1",
                "FLAVOR_SESSION_LIFETIME", "PT1H",
                "FLAVOR_TRUST_FORWARDED_HEADERS", "true"));

    assertThat(config.port()).isEqualTo(9080);
    assertThat(config.timeDomain()).isEqualTo(TimeDomain.LOG);
    assertThat(config.neighbours().generator()).isNull();
    assertThat(config.notifierPublicUrl()).isEqualTo(URI.create("wss://live.example.org"));
    assertThat(config.neighbours().flink()).isEqualTo(URI.create("http://127.0.0.1:9081"));
    assertThat(config.neighbours().connect()).isEqualTo(URI.create("http://connect:1"));
    assertThat(config.sessionLifetime()).isEqualTo(Duration.ofHours(1));
    assertThat(config.trustForwarded()).isTrue();
  }

  @Test
  void namesKeyValueAndWhatIsAllowed() {
    for (String key :
        new String[] {"FLAVOR_WEBAPI_PORT", "FLAVOR_FLINK_URL", "FLAVOR_TIME_DOMAIN"}) {
      assertThatThrownBy(() -> TestServer.config(Map.of(key, "nonsense")))
          .hasMessageContaining(key)
          .hasMessageContaining("nonsense")
          .hasMessageContaining("allowed is");
    }
  }
}
