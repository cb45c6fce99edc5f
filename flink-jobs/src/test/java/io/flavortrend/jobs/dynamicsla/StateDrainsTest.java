package io.flavortrend.jobs.dynamicsla;

import static org.assertj.core.api.Assertions.assertThat;

import io.flavortrend.contracts.cdc.CdcRecord.Change;
import io.flavortrend.contracts.cdc.OrderRow;
import io.flavortrend.jobs.frame.capture.CapturedRecord;
import io.flavortrend.jobs.testing.StagedHistory;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** After a history of thousands of lives nothing is left of any. */
class StateDrainsTest {
  @ParameterizedTest
  @CsvSource({"0, false", "0, true", "5, true"})
  void stateAndTimersDrain(long shuffle, boolean shuffledPredictions) throws Exception {
    OrderProgresses reading = new OrderProgresses(OutcomesHarness.RULES);
    StagedHistory.Log log = new StagedHistory(8, 10_000).log(shuffle);
    Deque<ToldPrediction> predictions =
        new ArrayDeque<>(new RandomPredictions(8, log.told(), true, shuffledPredictions).told);
    int most = 0;
    try (var harness = new OutcomesHarness();
        var windows = PerformanceFunctionTest.harness(1)) {
      harness.open();
      windows.open();
      for (CapturedRecord<OrderRow> record : log.partitions().get(0)) {
        if (record.content() instanceof Change<OrderRow> change) {
          for (OrderProgress progress : reading.read(change)) {
            harness.tell(progress);
          }
        } else if (record.provenThrough().isPresent()) {
          most = Math.max(most, harness.numKeyedStateEntries());
          harness.processWatermark1(new Watermark(record.provenThrough().getAsLong()));
        }
        if (!predictions.isEmpty()) {
          harness.tell(predictions.remove());
        }
      }
      while (!predictions.isEmpty()) {
        harness.tell(predictions.remove());
      }
      assertThat(most).isGreaterThan(1_000);
      assertThat(harness.rows()).isNotEmpty();
      for (Contribution contribution : harness.contributions()) {
        PerformanceFunctionTest.add(windows, contribution);
      }
      harness.setProcessingTime(Duration.ofHours(1).toMillis());
      assertThat(harness.numKeyedStateEntries()).isZero();
      assertThat(harness.numEventTimeTimers() + harness.numProcessingTimeTimers()).isZero();
      PerformanceFunctionTest.time(windows, Duration.ofDays(30).toMinutes());
      windows.setProcessingTime(Duration.ofHours(2).toMillis());
      assertThat(windows.extractOutputValues()).isNotEmpty();
      assertThat(windows.numKeyedStateEntries()).isZero();
      assertThat(windows.numEventTimeTimers() + windows.numProcessingTimeTimers()).isZero();
    }
  }
}
