package io.flavortrend.jobs.restaurantfeatures;

import static org.assertj.core.api.Assertions.assertThat;

import io.flavortrend.jobs.frame.JobEnvironment;
import io.flavortrend.jobs.frame.features.FeatureConfig;
import io.flavortrend.jobs.testing.Uids;
import io.flavortrend.settings.Settings;
import java.util.Map;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;

/** A uid that is missing, twice there, misspelt or changed loses state at the next upgrade. */
class RestaurantFeaturesUidsTest {
  @Test
  void areTheGoldenOnes() {
    FeatureConfig config = FeatureConfig.from(RestaurantFeaturesJob.NAME, Settings.of(Map.of()));
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.createLocalEnvironment(
            1, JobEnvironment.configuration(config.job()));
    RestaurantFeaturesJob.wire(env, config, 1);
    assertThat(Uids.of(env))
        .containsExactly(
            "Sink Committer: dead-letters",
            "Sink Committer: restaurant-features-topic",
            "dead-letters",
            "order-events",
            "orders",
            "restaurant-events",
            "restaurant-features",
            "restaurant-features-table",
            "restaurant-features-topic",
            "restaurant-progress-markers",
            "restaurants");
    // Versions, markers and topic in one chain: a marker must not overtake a version.
    assertThat(env.getStreamGraph(false).getJobGraph().getVertices())
        .anySatisfy(
            vertex ->
                assertThat(vertex.getName())
                    .contains(
                        "restaurant-features",
                        "restaurant-progress-markers",
                        "restaurant-features-topic"));
  }
}
