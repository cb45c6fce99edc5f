package io.flavortrend.jobs.staticsla;

import static org.assertj.core.api.Assertions.assertThat;

import io.flavortrend.contracts.values.DeadLetter.Reason;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitsDecoderTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private final LimitsDecoder decoder = new LimitsDecoder(Clock.fixed(NOW, ZoneOffset.UTC));

  @Test
  void aCitySaysWhatItSays() {
    LimitsMessage message =
        decode("3", "{\"schema_version\":1,\"city_id\":3,\"accept_minutes\":4.5}");
    assertThat(message.refused()).isNull();
    assertThat(message.update())
        .isEqualTo(new LimitsUpdate(3, new LimitMinutes(4.5, Double.NaN, Double.NaN, Double.NaN)));
  }

  @Test
  void aRecordWithoutValueTakesAllBack() {
    assertThat(decode("default", null).update())
        .isEqualTo(new LimitsUpdate(LimitsUpdate.EVERYWHERE, LimitMinutes.UNSAID));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          3       | oops                                                     | MALFORMED | JSON
          3       | {"city_id":3}                                            | CONTRACT  | schema_version
          4       | {"schema_version":1,"city_id":3}                         | CONTRACT  | '4'
          default | {"schema_version":1,"city_id":3}                         | CONTRACT  | 'default'
          Tunis   | {"schema_version":1}                                     | CONTRACT  | 'Tunis'
          3       | {"schema_version":1,"city_id":3,"deliver_minutes":0}     | CONTRACT  | deliver_minutes is 0
          3       | {"schema_version":1,"city_id":3,"pick_up_minutes":10081} | CONTRACT  | pick_up_minutes is 10081
          """)
  void whatBreaksItsContractIsRefused(String key, String value, Reason reason, String detail) {
    LimitsMessage message = decode(key, value);
    assertThat(message.update()).isNull();
    assertThat(message.refused())
        .satisfies(
            letter -> {
              assertThat(letter.reason()).isEqualTo(reason);
              assertThat(letter.sourceTopic()).isEqualTo("sla_limits");
              assertThat(letter.sourceOffset()).isEqualTo(17);
              assertThat(letter.consumer()).isEqualTo("static-sla");
              assertThat(letter.failedAt()).isEqualTo(NOW);
              if (reason == Reason.CONTRACT) {
                assertThat(letter.detail()).contains(detail);
              }
            });
  }

  private LimitsMessage decode(String key, @Nullable String value) {
    return decoder.decode(
        new ConsumerRecord<>(
            "sla_limits",
            0,
            17,
            key.getBytes(StandardCharsets.UTF_8),
            value == null ? null : value.getBytes(StandardCharsets.UTF_8)));
  }
}
