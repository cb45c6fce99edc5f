package io.flavortrend.jobs.staticsla;

import static org.assertj.core.api.Assertions.assertThat;

import io.flavortrend.jobs.frame.JobEnvironment;
import io.flavortrend.jobs.testing.Uids;
import io.flavortrend.settings.Settings;
import java.util.Map;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;

/** A uid that is missing, twice there, misspelt or changed loses state at the next upgrade. */
class StaticSlaUidsTest {
  @Test
  void areTheGoldenOnes() {
    StaticSlaConfig config = StaticSlaConfig.from(Settings.of(Map.of()));
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.createLocalEnvironment(
            1, JobEnvironment.configuration(config.job()));
    StaticSlaJob.wire(env, config);
    assertThat(Uids.of(env))
        .containsExactly(
            "Sink Committer: dead-letters",
            "Sink Committer: sla-violations-topic",
            "dead-letters",
            "limits",
            "limits-without-time",
            "order-limits",
            "order-steps",
            "orders",
            "sla-limits",
            "sla-violations-table",
            "sla-violations-topic");
    // Flink itself refuses operators without uid.
    assertThat(env.getStreamGraph(false).getJobGraph().getNumberOfVertices()).isEqualTo(4);
  }
}
