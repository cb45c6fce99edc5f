package io.flavortrend.stack.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class DurableProgressTest {
  private final DurableProgress progress = new DurableProgress();

  @Test
  void aWatermarkCountsOnceALaterCheckpointHasCompleted() {
    progress.seen("a", OptionalLong.of(1_000), 5_000, 5_100);
    assertThat(progress.durableThrough()).isEqualTo(Long.MIN_VALUE);

    progress.seen("a", OptionalLong.of(2_000), 5_300, 6_000);
    assertThat(progress.durableThrough())
        .as("rows may still have been held back when that checkpoint began")
        .isEqualTo(Long.MIN_VALUE);

    progress.seen("a", OptionalLong.of(3_000), 5_600, 6_100);
    assertThat(progress.durableThrough()).isEqualTo(1_000);

    progress.seen("a", OptionalLong.of(4_000), 6_600, 7_000);
    assertThat(progress.durableThrough()).isEqualTo(3_000);
  }

  @Test
  void anotherRunOfTheJobBeginsAnew() {
    progress.seen("a", OptionalLong.of(1_000), 0, 100);
    progress.seen("a", OptionalLong.of(1_000), 600, 700);
    assertThat(progress.durableThrough()).isEqualTo(1_000);

    progress.seen("b", OptionalLong.empty(), 0, 800);

    assertThat(progress.durableThrough()).isEqualTo(Long.MIN_VALUE);
  }
}
