package io.flavortrend.jobs.orderenrichment;

import static org.assertj.core.api.Assertions.assertThat;

import io.flavortrend.jobs.frame.JobEnvironment;
import io.flavortrend.jobs.testing.Uids;
import io.flavortrend.settings.Settings;
import java.util.Map;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;

/** A uid that is missing, twice there, misspelt or changed loses state at the next upgrade. */
class OrderEnrichmentUidsTest {
  @Test
  void areTheGoldenOnes() {
    OrderEnrichmentConfig config = OrderEnrichmentConfig.from(Settings.of(Map.of()));
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.createLocalEnvironment(
            1, JobEnvironment.configuration(config.job()));
    OrderEnrichmentJob.wire(env, config, 1);
    assertThat(Uids.of(env))
        .containsExactly(
            "Sink Committer: dead-letters",
            "Sink Committer: orders-enriched-topic",
            "dead-letters",
            "lookups",
            "order-versions",
            "orders",
            "orders-enriched-table",
            "orders-enriched-topic",
            "progress-markers",
            "weather",
            "weather-changes",
            "weather-join");
    // Flink itself refuses operators without uid.
    assertThat(env.getStreamGraph(false).getJobGraph().getNumberOfVertices()).isPositive();
  }
}
