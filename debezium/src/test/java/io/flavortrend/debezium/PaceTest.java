package io.flavortrend.debezium;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PaceTest {
  @Test
  void letsTheFirstThroughAndThenOneAnInterval() {
    // As System.nanoTime() may be: negative, and passing zero on the way.
    AtomicLong clock = new AtomicLong(-600_000_000);
    Pace pace = new Pace(Duration.ofSeconds(1), clock::get);
    assertThat(pace.due()).isTrue();
    assertThat(pace.due()).isFalse();
    clock.set(399_999_999);
    assertThat(pace.due()).isFalse();
    clock.set(400_000_000);
    assertThat(pace.due()).isTrue();
    assertThat(pace.due()).isFalse();
  }
}
