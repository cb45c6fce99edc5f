package io.flavortrend.jobs.frame.progress;

import static org.assertj.core.api.Assertions.assertThat;

import io.flavortrend.contracts.values.ProgressKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class MarkProgressTest {
  @Test
  void everyPartitionGetsAMarkerWhenTheWatermarkHasMoved() throws Exception {
    try (var harness = started(1)) {
      harness.setProcessingTime(1_000);
      harness.processElement("a value", 0);
      harness.processWatermark(500);
      List<Written> written = harness.extractOutputValues();
      assertThat(written.get(0).value()).isEqualTo("a value");
      assertThat(written.subList(1, 3))
          .extracting(Written::markerKey)
          .containsExactly(new ProgressKey(0, 0), new ProgressKey(1, 0));
      assertThat(written.get(1).marker())
          .satisfies(
              marker -> {
                assertThat(marker.through()).isEqualTo(Instant.ofEpochMilli(500));
                assertThat(marker.parallelism()).isEqualTo(1);
                assertThat(marker.generation()).isEqualTo(1);
              });
      assertThat(harness.getOutput()).contains(new Watermark(500));
    }
  }

  @Test
  void atMostOnceAnIntervalAndTheLastIsNotForgotten() throws Exception {
    try (var harness = started(1)) {
      harness.setProcessingTime(1_000);
      harness.processWatermark(500);
      harness.processWatermark(501);
      harness.processWatermark(502);
      assertThat(through(harness)).containsExactly(500L, 500L);
      harness.setProcessingTime(1_009);
      assertThat(through(harness)).hasSize(2);
      harness.setProcessingTime(1_010);
      assertThat(through(harness)).containsExactly(500L, 500L, 502L, 502L);
      harness.setProcessingTime(5_000);
      assertThat(through(harness)).hasSize(4);
      harness.processWatermark(503);
      assertThat(through(harness)).hasSize(6);
    }
  }

  @Test
  void theEndOfAnInputProvesNoInstantOfItsOwn() throws Exception {
    try (var harness = started(1)) {
      harness.setProcessingTime(1_000);
      harness.processWatermark(500);
      harness.processWatermark(501);
      harness.processWatermark(Long.MAX_VALUE);
      assertThat(through(harness)).containsExactly(500L, 500L, 501L, 501L);
    }
  }

  @Test
  void aRestoreKeepsTheGeneration() throws Exception {
    OperatorSubtaskState snapshot;
    try (var harness = started(4)) {
      snapshot = harness.snapshot(1, 1);
    }
    try (var harness = harness(1)) {
      harness.initializeState(snapshot);
      harness.open();
      harness.setProcessingTime(1_000);
      harness.processWatermark(7);
      assertThat(harness.extractOutputValues())
          .allSatisfy(written -> assertThat(written.marker().generation()).isEqualTo(4));
    }
  }

  private static List<Long> through(OneInputStreamOperatorTestHarness<String, Written> harness) {
    return harness.extractOutputValues().stream()
        .map(written -> written.marker().through().toEpochMilli())
        .toList();
  }

  private static OneInputStreamOperatorTestHarness<String, Written> started(int generation)
      throws Exception {
    var harness = harness(generation);
    harness.open();
    return harness;
  }

  private static OneInputStreamOperatorTestHarness<String, Written> harness(int generation)
      throws Exception {
    return new OneInputStreamOperatorTestHarness<>(
        new MarkProgress<>(Written.MARKING, 2, Duration.ofMillis(10), generation));
  }
}
