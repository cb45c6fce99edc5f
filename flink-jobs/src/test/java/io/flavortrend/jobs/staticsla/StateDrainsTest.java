package io.flavortrend.jobs.staticsla;

import static org.assertj.core.api.Assertions.assertThat;

import io.flavortrend.contracts.cdc.CdcRecord.Change;
import io.flavortrend.contracts.cdc.OrderRow;
import io.flavortrend.jobs.frame.capture.CapturedRecord;
import io.flavortrend.jobs.testing.StagedHistory;
import io.flavortrend.settings.Settings;
import java.util.Map;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** After a history of thousands of lives nothing is left of any. */
class StateDrainsTest {
  @ParameterizedTest
  @ValueSource(longs = {0, 5})
  void stateAndTimersDrain(long shuffle) throws Exception {
    OrderSteps steps = new OrderSteps(StaticSlaConfig.from(Settings.of(Map.of())).rules());
    long proven = Long.MIN_VALUE;
    int most = 0;
    try (var harness = OrderLimitsOperatorTest.harness()) {
      harness.open();
      for (CapturedRecord<OrderRow> record :
          new StagedHistory(8, 20_000).log(shuffle).partitions().get(0)) {
        if (record.content() instanceof Change<OrderRow> change) {
          for (OrderStep step : steps.read(change, proven)) {
            harness.processElement1(new StreamRecord<>(step));
          }
        } else if (record.provenThrough().isPresent()) {
          most = Math.max(most, harness.numKeyedStateEntries());
          proven = record.provenThrough().getAsLong();
          harness.processWatermark1(new Watermark(proven));
        }
      }
      assertThat(most).isGreaterThan(1_000);
      assertThat(harness.extractOutputValues()).isNotEmpty();
      assertThat(harness.numKeyedStateEntries()).isZero();
      assertThat(harness.numEventTimeTimers()).isZero();
    }
  }
}
