package io.flavortrend.jobs.citykpis;

import static org.assertj.core.api.Assertions.assertThat;

import io.flavortrend.jobs.frame.JobEnvironment;
import io.flavortrend.jobs.testing.Uids;
import io.flavortrend.settings.Settings;
import java.util.Map;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;

/** A uid that is missing, twice there, misspelt or changed loses state at the next upgrade. */
class CityKpisUidsTest {
  @Test
  void areTheGoldenOnes() {
    CityKpisConfig config = CityKpisConfig.from(Settings.of(Map.of()));
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.createLocalEnvironment(
            1, JobEnvironment.configuration(config.job()));
    CityKpisJob.wire(env, config, 1);
    assertThat(Uids.of(env))
        .containsExactly(
            "Sink Committer: city-features-topic",
            "Sink Committer: city-kpis-topic",
            "Sink Committer: courier-dead-letters",
            "Sink Committer: dead-letters",
            "city-courier-events",
            "city-features",
            "city-features-table",
            "city-features-topic",
            "city-kpis-table",
            "city-kpis-topic",
            "city-minutes",
            "city-order-events",
            "city-pressure",
            "city-progress-markers",
            "courier-dead-letters",
            "couriers",
            "dead-letters",
            "order-contributions",
            "orders");
    // Flink itself refuses operators without uid.
    assertThat(env.getStreamGraph(false).getJobGraph().getNumberOfVertices()).isEqualTo(4);
  }
}
