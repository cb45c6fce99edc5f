package io.flavortrend.jobs.frame.features;

import static org.assertj.core.api.Assertions.assertThat;

import io.flavortrend.contracts.values.FeatureVersion;
import io.flavortrend.contracts.values.ProgressKey;
import io.flavortrend.contracts.values.ProgressMarker;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MarkerWatermarksTest {
  private final List<Long> watermarks = new ArrayList<>();

  @Test
  void aPartitionIsCompleteThroughTheSlowestSubtask() {
    var generator = generator(null);
    marker(generator, 0, 1, 2, 100);
    assertThat(watermarks).isEmpty();
    marker(generator, 1, 1, 2, 90);
    marker(generator, 0, 1, 2, 110);
    marker(generator, 1, 1, 2, 105);
    assertThat(watermarks).containsExactly(90L, 105L);
  }

  @Test
  void onlyTheNewestGenerationCounts() {
    var generator = generator(null);
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
    var generator = generator(null);
    marker(generator, 0, 1, 2, 100);
    marker(generator, 1, 1, 2, 100);
    marker(generator, 0, 1, 1, 200);
    assertThat(watermarks).containsExactly(100L, 200L);
  }

  @Test
  void versionsProveNothingWithoutAFallback() {
    version(generator(null), 5_000);
    assertThat(watermarks).isEmpty();
    version(generator(Duration.ofSeconds(1)), 5_000);
    assertThat(watermarks).containsExactly(3_999L);
  }

  private void marker(
      WatermarkGenerator<FeatureRecord> generator,
      int subtask,
      int generation,
      int parallelism,
      long through) {
    ProgressMarker marker =
        new ProgressMarker(1, generation, parallelism, Instant.ofEpochMilli(through));
    generator.onEvent(FeatureRecord.of(new ProgressKey(0, subtask), marker), 0, output());
  }

  private void version(WatermarkGenerator<FeatureRecord> generator, long at) {
    FeatureVersion blank = MarkProgressTest.version();
    generator.onEvent(FeatureRecord.of(blank), at, output());
  }

  private static WatermarkGenerator<FeatureRecord> generator(@Nullable Duration fallback) {
    return MarkerWatermarks.strategy(fallback).createWatermarkGenerator(null);
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
