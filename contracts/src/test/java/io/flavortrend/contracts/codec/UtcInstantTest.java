package io.flavortrend.contracts.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;

/** Reads what {@link Instant#parse} reads, and refuses what it refuses. */
class UtcInstantTest {
  @Test
  void agreesWithTheGeneralParser() {
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      Instant instant =
          Instant.ofEpochSecond(
              random.nextLong(-60_000_000_000L, 250_000_000_000L),
              switch (random.nextInt(4)) {
                case 0 -> 0;
                case 1 -> random.nextInt(1_000) * 1_000_000;
                case 2 -> random.nextInt(1_000_000) * 1_000;
                default -> random.nextInt(1_000_000_000);
              });
      assertThat(UtcInstant.plain(instant.toString())).isEqualTo(instant);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-22T19:48:30Z",
        "2026-11-22T19:48:30.5Z",
        "2024-02-29T00:00:00.000001Z",
        "2026-11-22T19:48:30+01:00",
        "2026-11-22T19:48:30.123456+00:00"
      })
  void readsEveryFormWithAnOffset(String text) {
    assertThat(read(text)).isEqualTo(java.time.OffsetDateTime.parse(text).toInstant());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "yesterday",
        "2026-02-30T00:00:00Z",
        "2026-13-01T00:00:00Z",
        "2026-11-22T25:00:00Z",
        "2026-11-22T19:61:00Z",
        "2026-11-22T19:48:30",
        "2026-11-22T19:48:3oZ",
        "2026-11-22T19:48:30.1234567890Z",
        "2026-11-22 19:48:30Z"
      })
  void refusesWhatIsNone(String text) {
    assertThatThrownBy(() -> read(text)).isInstanceOf(JacksonException.class);
  }

  private static Instant read(String text) {
    return Json.mapper().readValue('"' + text + '"', Instant.class);
  }
}
