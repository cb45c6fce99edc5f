package io.flavortrend.notifier.channels;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flavortrend.contracts.codec.ContractViolationException;
import io.flavortrend.contracts.codec.Json;
import io.flavortrend.notifier.testing.Samples;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class EtaPredictionsDecoderTest {
  private final EtaPredictionsDecoder decoder = new EtaPredictionsDecoder();

  @Test
  void tellsWhatThePageShowsAndNotTheVector() throws Exception {
    byte[] value = Samples.of("eta_predictions/placed");

    Update update = decoder.decode(value, Instant.parse("2026-03-01T11:00:01Z")).orElseThrow();

    JsonNode told = Json.mapper().readTree(value);
    JsonNode data = Json.mapper().readTree(update.data());
    assertThat(update.key()).isEqualTo("4711/placed");
    assertThat(update.cityId()).isEqualTo(1);
    assertThat(update.version()).isEqualTo(told.path("version").asLong());
    assertThat(update.dated()).isFalse();
    assertThat(update.gone()).isFalse();
    for (String field :
        new String[] {"eta_minutes", "eta_p10_minutes", "eta_p90_minutes", "model_version"}) {
      assertThat(data.path(field)).as(field).isEqualTo(told.path(field));
    }
    assertThat(data.path("predicted_delivery_at").asString())
        .isEqualTo("2026-03-01T11:34:15.123456Z");
    assertThat(data.path("committed_at").asString()).isEqualTo("2026-03-01T11:00:00.130394Z");
    assertThat(data.propertyNames()).doesNotContain("features", "feature_versions", "trace");
    assertThat(update.data().length).isLessThan(value.length);
  }

  @Test
  void leavesTheSnapshotHalfAnHourAfterTheLateEndOfItsInterval() throws Exception {
    byte[] value = Samples.of("eta_predictions/placed");
    Instant until = Instant.parse("2026-03-01T12:14:45.123456Z");

    Update update = decoder.decode(value, until).orElseThrow();

    assertThat(update.until()).isEqualTo(until);
    assertThat(update.dated()).isFalse();
    assertThat(decoder.decode(value, until.plusMillis(1)).orElseThrow().dated()).isTrue();
  }

  @Test
  void refusesWhatIsNoPrediction() {
    assertThatThrownBy(() -> decoder.decode(null, Instant.now()))
        .isInstanceOf(ContractViolationException.class);
    assertThatThrownBy(() -> decoder.decode("{}".getBytes(UTF_8), Instant.now()))
        .isInstanceOf(ContractViolationException.class);
  }
}
