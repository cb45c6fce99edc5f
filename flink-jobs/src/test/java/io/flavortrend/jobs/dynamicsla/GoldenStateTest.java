package io.flavortrend.jobs.dynamicsla;

import static io.flavortrend.jobs.dynamicsla.Given.champion;
import static io.flavortrend.jobs.dynamicsla.Given.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.flavortrend.contracts.values.DynamicSlaViolation;
import io.flavortrend.contracts.values.DynamicSlaViolation.Kind;
import io.flavortrend.contracts.values.DynamicSlaViolation.State;
import io.flavortrend.contracts.values.ModelPerformance;
import io.flavortrend.contracts.values.ModelRelease.Role;
import io.flavortrend.contracts.values.Stage;
import io.flavortrend.jobs.frame.JobGeneration;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.flink.streaming.util.OperatorSnapshotUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * State written by the first version, restored by this one. The files are never written anew: a
 * change that cannot read them needs a migration. A state that is added gets a file of its own:
 * {@code -Dgolden.write=true -Dtest=GoldenStateTest#write}.
 */
class GoldenStateTest {
  private static final String OUTCOMES =
      Path.of("src/test/resources/golden/order-outcomes-1.snapshot").toString();
  private static final String PERFORMANCE =
      Path.of("src/test/resources/golden/model-performance-1.snapshot").toString();

  @Test
  void anOrderGoesOnWhereItWas() throws Exception {
    try (var harness = new OutcomesHarness()) {
      harness.initializeState(OperatorSnapshotUtil.readStateHandle(OUTCOMES));
      harness.open();
      // The timer of the prediction is set.
      harness.time(49, 0);
      harness.tell(order(200, 60.0, null, 40.0));
      assertThat(harness.rows())
          .extracting(
              DynamicSlaViolation::kind,
              DynamicSlaViolation::state,
              row -> row.detectedAt().toEpochMilli())
          .containsExactly(
              tuple(Kind.VIOLATION, State.OPEN, 0L),
              // When the warning was found is remembered.
              tuple(Kind.EARLY_WARNING, State.CLOSED, 77L),
              tuple(Kind.VIOLATION, State.CLOSED, 0L));
      assertThat(harness.examples())
          .singleElement()
          .satisfies(
              example ->
                  assertThat(example.features())
                      .isEqualTo("{\"stage\":0.0,\"courier_load\":null}"));
      // Another order's prediction waits for it.
      harness.setProcessingTime(Duration.ofHours(1).toMillis());
      harness.time(100_000, 0);
      assertThat(harness.letters()).hasSize(1);
      assertThat(harness.numKeyedStateEntries()).isZero();
    }
  }

  @Test
  void aWindowGoesOnWhereItWas() throws Exception {
    try (var harness = PerformanceFunctionTest.harness(1)) {
      harness.initializeState(OperatorSnapshotUtil.readStateHandle(PERFORMANCE));
      harness.open();
      PerformanceFunctionTest.add(
          harness, PerformanceFunctionTest.outcome(Role.CHAMPION, 51, 47, 52));
      harness.setProcessingTime(1_000);
      assertThat(harness.extractOutputValues())
          .extracting(ModelPerformance::count, ModelPerformance::version)
          .containsExactly(tuple(2L, JobGeneration.version(5, 2)));
    }
  }

  @Test
  @EnabledIfSystemProperty(named = "golden.write", matches = "true")
  void write() throws Exception {
    try (var harness = new OutcomesHarness();
        var windows = PerformanceFunctionTest.harness(5)) {
      harness.open();
      harness.setProcessingTime(77);
      harness.tell(order(100, null, null, 40.0));
      harness.tell(champion(Stage.PLACED, 0, 44, 48, 25_600));
      harness.tell(
          Given.message(
              Role.CHALLENGER,
              Given.prediction(2, Stage.PLACED, Given.NOON, "m2", 30, 35, 25_600)));
      OperatorSnapshotUtil.writeStateHandle(harness.snapshot(1, 1), OUTCOMES);
      windows.open();
      PerformanceFunctionTest.add(
          windows, PerformanceFunctionTest.outcome(Role.CHAMPION, 50, 44, 49));
      OperatorSnapshotUtil.writeStateHandle(windows.snapshot(1, 1), PERFORMANCE);
    }
  }
}
