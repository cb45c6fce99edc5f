package io.flavortrend.jobs.courierfeatures;

import static org.assertj.core.api.Assertions.assertThat;

import io.flavortrend.jobs.frame.JobEnvironment;
import io.flavortrend.jobs.testing.Uids;
import io.flavortrend.settings.Settings;
import java.util.Map;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;

/** A uid that is missing, twice there, misspelt or changed loses state at the next upgrade. */
class CourierFeaturesUidsTest {
  @Test
  void areTheGoldenOnes() {
    CourierFeaturesConfig config = CourierFeaturesConfig.from(Settings.of(Map.of()));
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.createLocalEnvironment(
            1, JobEnvironment.configuration(config.features().job()));
    CourierFeaturesJob.wire(env, config, 1);
    assertThat(Uids.of(env))
        .containsExactly(
            "Sink Committer: courier-features-topic",
            "Sink Committer: dead-letters",
            "courier-events",
            "courier-features",
            "courier-features-table",
            "courier-features-topic",
            "courier-progress-markers",
            "couriers",
            "dead-letters",
            "order-events",
            "orders");
    // Versions, markers and topic in one chain: a marker must not overtake a version.
    assertThat(env.getStreamGraph(false).getJobGraph().getVertices())
        .anySatisfy(
            vertex ->
                assertThat(vertex.getName())
                    .contains(
                        "courier-features", "courier-progress-markers", "courier-features-topic"));
  }
}
