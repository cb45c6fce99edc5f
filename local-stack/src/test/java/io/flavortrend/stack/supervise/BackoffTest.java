package io.flavortrend.stack.supervise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BackoffTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private final Backoff backoff = new Backoff(Backoff.MAX_FAILURES);

  @Test
  void waitsDoubleUpToFiveSeconds() {
    assertThat(backoff.delay()).isZero();
    long[] expected = {200, 400, 800, 1600, 3200, 5000, 5000};
    for (long millis : expected) {
      backoff.failed(Instant.MAX, NOW);
      assertThat(backoff.delay()).isEqualTo(Duration.ofMillis(millis));
    }
  }

  @Test
  void isExhaustedByQuickFailuresOnly() {
    for (int i = 0; i < Backoff.MAX_FAILURES; i++) {
      assertThat(backoff.exhausted()).isFalse();
      backoff.failed(NOW.minusSeconds(59), NOW);
    }
    assertThat(backoff.exhausted()).isTrue();
  }

  @Test
  void aHealthyMinuteForgivesWhatWas() {
    backoff.failed(Instant.MAX, NOW);
    backoff.failed(Instant.MAX, NOW);
    backoff.failed(NOW.minusSeconds(60), NOW);

    assertThat(backoff.failures()).isEqualTo(1);
  }
}
