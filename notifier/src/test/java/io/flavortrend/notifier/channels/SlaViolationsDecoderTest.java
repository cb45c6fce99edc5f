package io.flavortrend.notifier.channels;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flavortrend.contracts.codec.ContractViolationException;
import io.flavortrend.contracts.codec.JsonCodec;
import io.flavortrend.contracts.values.SlaViolation;
import io.flavortrend.notifier.testing.Samples;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SlaViolationsDecoderTest {
  private final SlaViolationsDecoder decoder = new SlaViolationsDecoder();

  @Test
  void anOpenViolationStaysInTheSnapshotUntilItIsOver() throws Exception {
    byte[] value = Samples.of("sla_violations/open");
    SlaViolation violation = new JsonCodec<>(SlaViolation.class).decode(value);

    Update update = decoder.decode(value, Instant.now()).orElseThrow();

    assertThat(update.key()).isEqualTo(violation.orderId() + "/" + violation.limitName().code());
    assertThat(update.cityId()).isEqualTo(violation.cityId());
    assertThat(update.version()).isEqualTo(violation.version());
    assertThat(update.until()).isNull();
    assertThat(update.data()).isEqualTo(value);
    assertThat(update.gone()).isFalse();
  }

  @Test
  void whatIsOverLeavesTheSnapshotAnHourAfterItWasDue() throws Exception {
    for (String over : new String[] {"closed", "withdrawn"}) {
      byte[] value = Samples.of("sla_violations/" + over);
      SlaViolation violation = new JsonCodec<>(SlaViolation.class).decode(value);
      assertThat(decoder.decode(value, Instant.now()).orElseThrow().until())
          .isEqualTo(violation.dueAt().plus(Duration.ofMinutes(60)));
    }
  }

  @Test
  void refusesWhatIsNoViolation() {
    assertThatThrownBy(() -> decoder.decode(null, Instant.now()))
        .isInstanceOf(ContractViolationException.class);
    assertThatThrownBy(() -> decoder.decode("{}".getBytes(UTF_8), Instant.now()))
        .isInstanceOf(ContractViolationException.class);
  }
}
