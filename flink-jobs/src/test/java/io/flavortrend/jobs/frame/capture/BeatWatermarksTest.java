package io.flavortrend.jobs.frame.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.flavortrend.contracts.cdc.OrderRow;
import io.flavortrend.jobs.testing.OrderLog;
import io.flavortrend.jobs.testing.Orders;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.junit.jupiter.api.Test;

class BeatWatermarksTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00.123456Z");

  private final List<Long> emitted = new ArrayList<>();
  private final WatermarkOutput output =
      new WatermarkOutput() {
        @Override
        public void emitWatermark(Watermark watermark) {
          emitted.add(watermark.getTimestamp());
        }

        @Override
        public void markIdle() {}

        @Override
        public void markActive() {}
      };
  private Instant clock = NOW;
  private final WatermarkGenerator<CapturedRecord<OrderRow>> watermarks =
      BeatWatermarks.by(() -> clock);
  private final OrderLog log = new OrderLog(0);

  @Test
  void aBeatProvesAllBeforeItsOwnMillisecond() {
    read(log.beat(NOW));
    assertThat(emitted).containsExactly(NOW.toEpochMilli() - 1);
  }

  @Test
  void nothingElseMovesEventTime() {
    read(log.change(null, Orders.placed(1, 1, NOW).row(), NOW));
    read(log.snapshotRow(Orders.placed(2, 1, NOW).row(), NOW));
    read(log.beat(0, NOW, true));
    read(log.beat(null));
    read(log.beat(1, NOW, false));
    read(log.record(null));
    read(log.record(new byte[] {1}));
    watermarks.onPeriodicEmit(output);
    assertThat(emitted).isEmpty();
  }

  @Test
  void nearTheClockEveryBeatCounts() {
    clock = NOW.plusMillis(900);
    read(log.beat(NOW));
    read(log.beat(NOW.plusMillis(1)));
    read(log.beat(NOW.plusMillis(2)));
    assertThat(emitted).hasSize(3);
  }

  @Test
  void farBehindTheClockEventTimeMovesInSteps() {
    clock = NOW.plusSeconds(60);
    for (int millis = 0; millis <= 2_500; millis += 20) {
      read(log.beat(NOW.plusMillis(millis)));
    }
    long first = NOW.toEpochMilli() - 1;
    assertThat(emitted).containsExactly(first, first + 1_000, first + 2_000);
    watermarks.onPeriodicEmit(output);
    watermarks.onPeriodicEmit(output);
    assertThat(emitted).endsWith(first + 2_000, first + 2_500).hasSize(4);
  }

  @Test
  void aBeatThatProvesLessThanAnotherChangesNothing() {
    read(log.beat(NOW));
    read(log.beat(NOW.minusSeconds(1)));
    assertThat(emitted).hasSize(1);
  }

  private void read(CapturedRecord<OrderRow> captured) {
    watermarks.onEvent(captured, 0, output);
  }
}
