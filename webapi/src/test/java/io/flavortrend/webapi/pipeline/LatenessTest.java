package io.flavortrend.webapi.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** Slow is not gone, until it has been slow for long. */
class LatenessTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  private final Lateness lateness = new Lateness();

  @Test
  void callsAPartThatAnswersLateDegradedAndThenDown() {
    assertThat(state(new TimeoutException(), 0)).isEqualTo("degraded");
    assertThat(state(new TimeoutException(), 9)).isEqualTo("degraded");
    assertThat(state(new org.apache.kafka.common.errors.TimeoutException(), 10)).isEqualTo("down");
    assertThat(state(null, 11)).isEqualTo("up");
    assertThat(state(new TimeoutException(), 12)).isEqualTo("degraded");
  }

  @Test
  void callsAPartThatRefusesDownAtOnce() {
    assertThat(state(new ConnectException(), 0)).isEqualTo("down");
  }

  private String state(@org.jspecify.annotations.Nullable Exception failure, int second) {
    Mono<Boolean> answer = failure == null ? Mono.just(true) : Mono.error(failure);
    Probe<Boolean> probe = Probe.of("kafka", answer).blockOptional().orElseThrow();
    return lateness.state("kafka", probe, NOON.plus(Duration.ofSeconds(second)));
  }
}
