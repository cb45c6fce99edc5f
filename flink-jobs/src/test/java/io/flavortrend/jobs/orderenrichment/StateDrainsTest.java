package io.flavortrend.jobs.orderenrichment;

import static org.assertj.core.api.Assertions.assertThat;

import io.flavortrend.contracts.TimeDomain;
import io.flavortrend.contracts.cdc.CdcRecord.Change;
import io.flavortrend.contracts.cdc.OrderRow;
import io.flavortrend.contracts.cdc.WeatherRow;
import io.flavortrend.jobs.frame.capture.CapturedRecord;
import io.flavortrend.jobs.testing.StagedHistory;
import java.time.Duration;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** After a history of thousands of lives only the cities' newest weather is left. */
class StateDrainsTest {
  @ParameterizedTest
  @EnumSource(TimeDomain.class)
  void stateAndTimersDrain(TimeDomain domain) throws Exception {
    OrderVersions orders = new OrderVersions(domain, Duration.ofHours(24));
    WeatherChanges weather = new WeatherChanges(Duration.ofHours(24));
    try (var harness = WeatherJoinOperatorTest.harness(domain)) {
      harness.open();
      for (CapturedRecord<OrderRow> record :
          new StagedHistory(8, 10_000).log(0).partitions().get(0)) {
        if (record.content() instanceof Change<OrderRow> change) {
          for (OrderVersion order : orders.read(change)) {
            harness.processElement1(new StreamRecord<>(order));
          }
        } else if (record.provenThrough().isPresent()) {
          harness.processWatermark1(new Watermark(record.provenThrough().getAsLong()));
        }
      }
      assertThat(harness.numEventTimeTimers()).isGreaterThan(1_000);
      for (CapturedRecord<WeatherRow> record : new RandomWeather(8).log()) {
        if (record.content() instanceof Change<WeatherRow> change) {
          for (WeatherChange observed : weather.read(change)) {
            harness.processElement2(new StreamRecord<>(observed));
          }
        } else if (record.provenThrough().isPresent()) {
          harness.processWatermark2(new Watermark(record.provenThrough().getAsLong()));
        }
      }
      harness.setProcessingTime(1_000);
      assertThat(harness.numEventTimeTimers()).isZero();
      assertThat(harness.numProcessingTimeTimers()).isZero();
      assertThat(harness.numKeyedStateEntries()).isEqualTo(StagedHistory.CITIES - 1);
      assertThat(harness.extractOutputValues()).isNotEmpty();
    }
  }
}
