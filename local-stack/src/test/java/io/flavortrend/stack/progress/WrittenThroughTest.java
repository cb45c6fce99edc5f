package io.flavortrend.stack.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class WrittenThroughTest {
  private final WrittenThrough job = new WrittenThrough(1_000);

  @Test
  void theMarkIsWrittenOnceALaterCheckpointHasCompleted() {
    job.seen("a", OptionalLong.of(999), 4_000, 4_100);
    job.seen("a", OptionalLong.of(999), 6_000, 6_100);
    assertThat(job.written()).as("not passed yet").isFalse();
    assertThat(job.wantsCheckpoint(9_000)).isFalse();

    job.seen("a", OptionalLong.of(1_000), 6_000, 7_000);
    job.seen("a", OptionalLong.of(1_200), 7_300, 7_350);
    assertThat(job.written())
        .as("rows may still have been held back when that checkpoint began")
        .isFalse();

    job.seen("a", OptionalLong.of(1_300), 7_401, 7_500);
    assertThat(job.written()).isTrue();
    assertThat(job.wantsCheckpoint(9_000)).as("no more").isFalse();
  }

  @Test
  void aCheckpointIsAskedForOnceAndNotTooEarly() {
    job.seen("a", OptionalLong.of(1_000), 0, 7_000);
    assertThat(job.wantsCheckpoint(7_400)).isFalse();
    assertThat(job.wantsCheckpoint(7_401)).isTrue();
    assertThat(job.wantsCheckpoint(7_500)).isFalse();
  }

  @Test
  void anotherRunOfTheJobBeginsAnew() {
    job.seen("a", OptionalLong.of(1_000), 0, 100);
    job.seen("a", OptionalLong.of(1_000), 600, 700);
    assertThat(job.written()).isTrue();

    job.seen("b", OptionalLong.empty(), 0, 800);

    assertThat(job.written()).isFalse();
    job.seen("b", OptionalLong.of(1_000), 0, 900);
    assertThat(job.wantsCheckpoint(1_301)).isTrue();
  }
}
