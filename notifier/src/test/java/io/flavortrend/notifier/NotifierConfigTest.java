package io.flavortrend.notifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flavortrend.contracts.TimeDomain;
import io.flavortrend.notifier.testing.TestNotifier;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NotifierConfigTest {
  @Test
  void hasTheDocumentedDefaults() {
    NotifierConfig config = TestNotifier.config(Map.of());

    assertThat(config.port()).isEqualTo(8090);
    assertThat(config.kafkaBootstrap()).isEqualTo("127.0.0.1:9092");
    assertThat(config.timeDomain()).isEqualTo(TimeDomain.LIVE);
    assertThat(config.origins().allows("http://localhost:8080")).isTrue();
    assertThat(config.origins().allows("http://localhost:8081")).isFalse();
    assertThat(config.origins().allows(null)).isTrue();
    assertThat(config.clientLimits().heartbeat()).hasSeconds(10);
  }

  @Test
  void readsEveryKey() {
    NotifierConfig config =
        TestNotifier.config(
            Map.of(
                "FLAVOR_NOTIFIER_PORT", "1",
                "FLAVOR_TIME_DOMAIN", "log",
                "FLAVOR_ALLOWED_ORIGINS", "https://ops.example.org",
                "FLAVOR_NOTIFIER_RING_EVENTS", "100",
                "FLAVOR_NOTIFIER_MAX_QUEUED", "10"));

    assertThat(config.port()).isEqualTo(1);
    assertThat(config.timeDomain()).isEqualTo(TimeDomain.LOG);
    assertThat(config.origins().allows("https://ops.example.org")).isTrue();
    assertThat(config.ringEvents()).isEqualTo(100);
  }

  @Test
  void namesKeyValueAndWhatIsAllowed() {
    for (String key :
        new String[] {"FLAVOR_NOTIFIER_PORT", "FLAVOR_ALLOWED_ORIGINS", "FLAVOR_TIME_DOMAIN"}) {
      assertThatThrownBy(() -> TestNotifier.config(Map.of(key, "non sense")))
          .hasMessageContaining(key)
          .hasMessageContaining("non sense")
          .hasMessageContaining("allowed is");
    }
  }
}
