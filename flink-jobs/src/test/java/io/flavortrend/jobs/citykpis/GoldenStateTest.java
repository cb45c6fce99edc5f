package io.flavortrend.jobs.citykpis;

import static org.assertj.core.api.Assertions.assertThat;

import io.flavortrend.contracts.TimeDomain;
import io.flavortrend.contracts.cdc.OrderRow;
import io.flavortrend.contracts.values.CityKpi;
import io.flavortrend.contracts.values.DeadLetter;
import io.flavortrend.contracts.values.DeadLetter.Reason;
import io.flavortrend.jobs.frame.capture.CapturedRecord;
import io.flavortrend.jobs.frame.capture.ReadChanges;
import io.flavortrend.jobs.testing.OrderLog;
import io.flavortrend.jobs.testing.Orders;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OperatorSnapshotUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * State written by the first version, restored by this one. The files are never written anew: a
 * change that cannot read them needs a migration. A state that is added gets files of its own:
 * {@code -Dgolden.write=true -Dtest=GoldenStateTest#write}.
 */
class GoldenStateTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden");
  private static final String MINUTES = GOLDEN.resolve("city-minutes-1.snapshot").toString();
  private static final String CONTRIBUTIONS =
      GOLDEN.resolve("order-contributions-1.snapshot").toString();
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  @Test
  void aMinuteGoesOnWhereItWas() throws Exception {
    try (var harness = CityMinuteFunctionTest.harness(Duration.ofMillis(200), 1)) {
      harness.initializeState(OperatorSnapshotUtil.readStateHandle(MINUTES));
      harness.open();
      harness.processElement(
          CityMinuteFunctionTest.contribution(0, 1, 500, 60_000_000, 42, 1, 9), 0);
      harness.setProcessingTime(10_000);
      assertThat(harness.extractOutputValues())
          .singleElement()
          .satisfies(
              kpi -> {
                assertThat(kpi.windowStart()).isEqualTo(NOON);
                assertThat(kpi.orders()).isEqualTo(1);
                assertThat(kpi.delivered()).isEqualTo(2);
                assertThat(kpi.revenue()).isEqualByComparingTo("8.500");
                assertThat(kpi.avgDeliveryMinutes()).isEqualTo(1.5);
                // 42 was active before, 43 too.
                assertThat(kpi.activeCouriers()).isEqualTo(2);
                assertThat(kpi.version()).isEqualTo((7L << 40) + 4);
              });
      harness.processWatermark(CityMinute.closesAt(NOON.toEpochMilli(), 24 * 3_600_000L));
      assertThat(harness.numKeyedStateEntries()).isZero();
      assertThat(harness.numEventTimeTimers()).isZero();
    }
  }

  @Test
  void progressIsRemembered() throws Exception {
    try (var harness = contributions()) {
      harness.initializeState(OperatorSnapshotUtil.readStateHandle(CONTRIBUTIONS));
      harness.open();
      Instant old = NOON.minus(Duration.ofHours(25));
      harness.processElement(new OrderLog(1).change(null, Orders.placed(1, 7, old).row(), NOON), 0);
      assertThat(harness.extractOutputValues()).isEmpty();
      DeadLetter letter = harness.getSideOutput(ReadChanges.DEAD_LETTERS).remove().getValue();
      assertThat(letter.reason()).isEqualTo(Reason.LATE);
    }
  }

  @Test
  @EnabledIfSystemProperty(named = "golden.write", matches = "true")
  void write() throws Exception {
    try (KeyedOneInputStreamOperatorTestHarness<CityMinuteKey, Contribution, CityKpi> harness =
        CityMinuteFunctionTest.harness(Duration.ofMillis(200), 7)) {
      harness.open();
      harness.processElement(CityMinuteFunctionTest.placed(1), 0);
      harness.processElement(
          CityMinuteFunctionTest.contribution(0, 1, 8_000, 120_000_000, 42, 1, 2), 0);
      harness.processElement(CityMinuteFunctionTest.contribution(0, 0, 0, 0, 43, 1, 3), 0);
      save(harness.snapshot(1, 1), MINUTES);
    }
    try (var harness = contributions()) {
      harness.open();
      harness.processElement(new OrderLog(1).beat(NOON), 0);
      save(harness.snapshot(1, 1), CONTRIBUTIONS);
    }
  }

  private static void save(OperatorSubtaskState state, String file) throws IOException {
    OperatorSnapshotUtil.writeStateHandle(state, file);
  }

  private static OneInputStreamOperatorTestHarness<CapturedRecord<OrderRow>, Contribution>
      contributions() throws Exception {
    return new OneInputStreamOperatorTestHarness<>(
        new ProcessOperator<>(
            new ReadChanges<>(
                CityKpisConfig.NAME,
                new OrderContributions(TimeDomain.LIVE, Duration.ofHours(24)))));
  }
}
