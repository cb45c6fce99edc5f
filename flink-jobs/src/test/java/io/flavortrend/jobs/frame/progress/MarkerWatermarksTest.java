package io.flavortrend.jobs.frame.progress;

import static org.assertj.core.api.Assertions.assertThat;

import io.flavortrend.contracts.values.ProgressKey;
import io.flavortrend.contracts.values.ProgressMarker;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.junit.jupiter.api.Test;

class MarkerWatermarksTest {
  private final List<Long> watermarks = new ArrayList<>();

  @Test
  void aPartitionIsCompleteThroughTheSlowestSubtask() {
    var generator = generator();
    marker(generator, 0, 1, 2, 100);
    assertThat(watermarks).isEmpty();
    marker(generator, 1, 1, 2, 90);
    marker(generator, 0, 1, 2, 110);
    marker(generator, 1, 1, 2, 105);
    assertThat(watermarks).containsExactly(90L, 105L);
  }

  @Test
  void onlyTheNewestGenerationCounts() {
    var generator = generator();
    marker(generator, 0, 1, 1, 100);
    marker(generator, 0, 2, 2, 50);
    marker(generator, 0, 1, 1, 900);
    assertThat(watermarks).containsExactly(100L);
    marker(generator, 1, 2, 2, 60);
    assertThat(watermarks).as("never back").containsExactly(100L);
    marker(generator, 0, 2, 2, 140);
    marker(generator, 1, 2, 2, 150);
    assertThat(watermarks).containsExactly(100L, 140L);
  }

  @Test
  void aJobThatWasRescaledIsNotWaitedForByItsFormerSubtasks() {
    var generator = generator();
    marker(generator, 0, 1, 2, 100);
    marker(generator, 1, 1, 2, 100);
    marker(generator, 0, 1, 1, 200);
    assertThat(watermarks).containsExactly(100L, 200L);
  }

  @Test
  void valuesProveNothing() {
    generator().onEvent(Written.MARKING.value().of("a value"), 5_000, output());
    assertThat(watermarks).isEmpty();
  }

  private void marker(
      WatermarkGenerator<Written> generator,
      int subtask,
      int generation,
      int parallelism,
      long through) {
    ProgressMarker marker =
        new ProgressMarker(1, generation, parallelism, Instant.ofEpochMilli(through));
    generator.onEvent(
        Written.MARKING.marker().of(new ProgressKey(0, subtask), marker), 0, output());
  }

  private static WatermarkGenerator<Written> generator() {
    return MarkerWatermarks.<Written>strategy().createWatermarkGenerator(null);
  }

  private WatermarkOutput output() {
    return new WatermarkOutput() {
      @Override
      public void emitWatermark(Watermark watermark) {
        watermarks.add(watermark.getTimestamp());
      }

      @Override
      public void markIdle() {}

      @Override
      public void markActive() {}
    };
  }
}
