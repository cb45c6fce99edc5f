package io.flavortrend.jobs.staticsla;

import static io.flavortrend.jobs.staticsla.OrderTimes.NONE;
import static org.assertj.core.api.Assertions.assertThat;

import io.flavortrend.contracts.values.SlaViolation.LimitName;
import io.flavortrend.contracts.values.SlaViolation.State;
import java.nio.file.Path;
import java.time.Instant;
import org.apache.flink.streaming.util.OperatorSnapshotUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * State written by the first version, restored by this one. The file is never written anew: a
 * change that cannot read it needs a migration. A state that is added gets a file of its own:
 * {@code -Dgolden.write=true -Dtest=GoldenStateTest#write}.
 */
class GoldenStateTest {
  private static final String ORDERS =
      Path.of("src/test/resources/golden/order-limits-1.snapshot").toString();

  @Test
  void anOrderGoesOnWhereItWas() throws Exception {
    try (var harness = OrderLimitsOperatorTest.harness()) {
      harness.initializeState(OperatorSnapshotUtil.readStateHandle(ORDERS));
      harness.open();
      // City 7 allows three hours for the delivery; the timer of the settings' hour is set.
      OrderLimitsOperatorTest.time(harness, 180, -1);
      assertThat(harness.extractOutputValues()).isEmpty();
      OrderLimitsOperatorTest.time(harness, 180, 0);
      assertThat(harness.extractOutputValues())
          .singleElement()
          .satisfies(
              violation -> {
                assertThat(violation.limitName()).isEqualTo(LimitName.DELIVER);
                assertThat(violation.limitMinutes()).isEqualTo(180.0);
                assertThat(violation.version()).isEqualTo(201);
              });
      // The open violation of the accept limit is remembered with the time of its finding.
      OrderLimitsOperatorTest.step(harness, OrderLimitsOperatorTest.stages(200, 8, NONE, NONE, 8));
      assertThat(harness.extractOutputValues())
          .anySatisfy(
              violation -> {
                assertThat(violation.limitName()).isEqualTo(LimitName.ACCEPT);
                assertThat(violation.state()).isEqualTo(State.CLOSED);
                assertThat(violation.overrunMinutes()).isEqualTo(3.0);
                assertThat(violation.detectedAt()).isEqualTo(Instant.ofEpochMilli(77));
              });
      OrderLimitsOperatorTest.time(harness, 100_000, 0);
      assertThat(harness.numKeyedStateEntries()).isZero();
      assertThat(harness.numEventTimeTimers()).isZero();
    }
  }

  @Test
  @EnabledIfSystemProperty(named = "golden.write", matches = "true")
  void write() throws Exception {
    try (var harness = OrderLimitsOperatorTest.harness()) {
      harness.open();
      OrderLimitsOperatorTest.step(harness, OrderLimitsOperatorTest.placed(100));
      harness.setProcessingTime(77);
      OrderLimitsOperatorTest.time(harness, 5, 0);
      OrderLimitsOperatorTest.limits(
          harness, 7, new LimitMinutes(Double.NaN, Double.NaN, Double.NaN, 180));
      OperatorSnapshotUtil.writeStateHandle(harness.snapshot(1, 1), ORDERS);
    }
  }
}
