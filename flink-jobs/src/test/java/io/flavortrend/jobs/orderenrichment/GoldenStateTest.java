package io.flavortrend.jobs.orderenrichment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.flavortrend.contracts.TimeDomain;
import java.nio.file.Path;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OperatorSnapshotUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * State written by the first version, restored by this one. The file is never written anew: a
 * change that cannot read it needs a migration. A state that is added gets a file of its own:
 * {@code -Dgolden.write=true -Dtest=GoldenStateTest#write}.
 */
class GoldenStateTest {
  private static final String JOIN =
      Path.of("src/test/resources/golden/weather-join-1.snapshot").toString();

  @Test
  void ordersGoOnWhereTheyWere() throws Exception {
    try (var harness = WeatherJoinOperatorTest.harness(TimeDomain.LIVE)) {
      harness.initializeState(OperatorSnapshotUtil.readStateHandle(JOIN));
      harness.open();
      // Order 2 waits for its proof; order 1 was answered with observation 1, and stands corrected.
      WeatherJoinOperatorTest.time(harness, 5);
      WeatherJoinOperatorTest.weather(harness, 2, 0);
      assertThat(harness.extractOutputValues())
          .extracting(
              answer -> answer.order().row().id(),
              answer -> answer.weather().id(),
              answer -> answer.version(false))
          .containsExactlyInAnyOrder(
              tuple(2L, 1L, 1_616L), tuple(1L, 2L, 1_602L), tuple(2L, 2L, 1_618L));
      WeatherJoinOperatorTest.time(harness, 100_000);
      assertThat(harness.numEventTimeTimers()).isZero();
    }
  }

  @Test
  @EnabledIfSystemProperty(named = "golden.write", matches = "true")
  void write() throws Exception {
    try (var harness = WeatherJoinOperatorTest.harness(TimeDomain.LIVE)) {
      harness.open();
      WeatherJoinOperatorTest.weather(harness, 1, -10);
      WeatherJoinOperatorTest.time(harness, 1);
      harness.processElement1(new StreamRecord<>(WeatherJoinOperatorTest.order(1, 0, 100)));
      harness.processElement1(new StreamRecord<>(WeatherJoinOperatorTest.order(2, 5, 101)));
      OperatorSnapshotUtil.writeStateHandle(harness.snapshot(1, 1), JOIN);
    }
  }
}
