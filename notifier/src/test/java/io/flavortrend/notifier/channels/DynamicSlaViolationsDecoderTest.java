package io.flavortrend.notifier.channels;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flavortrend.contracts.codec.ContractViolationException;
import io.flavortrend.notifier.testing.Samples;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DynamicSlaViolationsDecoderTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private final DynamicSlaViolationsDecoder decoder = new DynamicSlaViolationsDecoder();

  @Test
  void anOpenWarningStaysInTheSnapshotUntilItIsOver() throws Exception {
    byte[] value = Samples.of("dynamic_sla_violations/early_warning");

    Update update = decoder.decode(value, NOW).orElseThrow();

    assertThat(update.key()).isEqualTo("4711/early_warning");
    assertThat(update.cityId()).isEqualTo(1);
    assertThat(update.version()).isEqualTo(4_423_257_600L);
    assertThat(update.rank()).isEqualTo(Instant.parse("2026-03-01T11:00:00Z"));
    assertThat(update.until()).isNull();
    assertThat(update.dated()).isFalse();
    assertThat(update.data()).isEqualTo(value);
  }

  @Test
  void whatIsOverLeavesTheSnapshotAnHourLater() throws Exception {
    byte[] value = Samples.of("dynamic_sla_violations/closed_violation");
    Instant until = Instant.parse("2026-03-01T12:55:00Z");

    assertThat(decoder.decode(value, NOW).orElseThrow().until()).isEqualTo(until);
    assertThat(decoder.decode(value, NOW).orElseThrow().dated()).isFalse();
    assertThat(decoder.decode(value, until.plusMillis(1)).orElseThrow().dated()).isTrue();
  }

  @Test
  void refusesWhatIsNoViolation() {
    assertThatThrownBy(() -> decoder.decode(null, NOW))
        .isInstanceOf(ContractViolationException.class);
    assertThatThrownBy(() -> decoder.decode("{}".getBytes(UTF_8), NOW))
        .isInstanceOf(ContractViolationException.class);
  }
}
