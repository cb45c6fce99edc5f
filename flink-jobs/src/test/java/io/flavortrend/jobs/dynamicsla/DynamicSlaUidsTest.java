package io.flavortrend.jobs.dynamicsla;

import static org.assertj.core.api.Assertions.assertThat;

import io.flavortrend.jobs.frame.JobEnvironment;
import io.flavortrend.jobs.testing.Uids;
import io.flavortrend.settings.Settings;
import java.util.Map;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;

/** A uid that is missing, twice there, misspelt or changed loses state at the next upgrade. */
class DynamicSlaUidsTest {
  @Test
  void areTheGoldenOnes() {
    DynamicSlaConfig config = DynamicSlaConfig.from(Settings.of(Map.of()));
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.createLocalEnvironment(
            1, JobEnvironment.configuration(config.job()));
    DynamicSlaJob.wire(env, config, 1);
    assertThat(Uids.of(env))
        .containsExactly(
            "Sink Committer: dead-letters",
            "Sink Committer: dynamic-sla-violations-topic",
            "Sink Committer: model-performance-topic",
            "challenger-predictions",
            "challenger-without-time",
            "champion-predictions",
            "champion-without-time",
            "dead-letters",
            "dynamic-sla-violations-table",
            "dynamic-sla-violations-topic",
            "model-performance",
            "model-performance-table",
            "model-performance-topic",
            "order-outcomes",
            "order-progress",
            "orders",
            "predictions",
            "training-examples-table");
    // Flink itself refuses operators without uid.
    assertThat(env.getStreamGraph(false).getJobGraph().getNumberOfVertices()).isPositive();
  }
}
