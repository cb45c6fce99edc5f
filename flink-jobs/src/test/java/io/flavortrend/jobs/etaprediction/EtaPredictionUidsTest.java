package io.flavortrend.jobs.etaprediction;

import static org.assertj.core.api.Assertions.assertThat;

import io.flavortrend.jobs.frame.JobEnvironment;
import io.flavortrend.jobs.testing.Uids;
import io.flavortrend.settings.Settings;
import java.util.Map;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;

/** A uid that is missing, twice there, misspelt or changed loses state at the next upgrade. */
class EtaPredictionUidsTest {
  @Test
  void areTheGoldenOnes() {
    EtaPredictionConfig config = EtaPredictionConfig.from(Settings.of(Map.of()));
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.createLocalEnvironment(
            1, JobEnvironment.configuration(config.job()));
    EtaPredictionJob.wire(env, config);
    assertThat(Uids.of(env))
        .containsExactly(
            "Sink Committer: dead-letters",
            "Sink Committer: eta-predictions-shadow-topic",
            "Sink Committer: eta-predictions-topic",
            "city-features",
            "city-join",
            "city-versions",
            "courier-features",
            "courier-join",
            "courier-versions",
            "dead-letters",
            "eta-models",
            "eta-predictions-shadow-topic",
            "eta-predictions-table",
            "eta-predictions-topic",
            "models-without-time",
            "order-news",
            "orders",
            "predictions",
            "releases",
            "restaurant-features",
            "restaurant-join",
            "restaurant-versions",
            "stage-changes");
    // Flink itself refuses operators without uid.
    assertThat(env.getStreamGraph(false).getJobGraph().getNumberOfVertices()).isPositive();
  }
}
