package io.flavortrend.jobs.reviewsentiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.flavortrend.jobs.frame.JobEnvironment;
import io.flavortrend.jobs.testing.Uids;
import io.flavortrend.settings.Settings;
import java.util.Map;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;

/** A uid that is missing, twice there, misspelt or changed loses state at the next upgrade. */
class ReviewSentimentUidsTest {
  @Test
  void areTheGoldenOnes() {
    ReviewSentimentConfig config = ReviewSentimentConfig.from(Settings.of(Map.of()));
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.createLocalEnvironment(
            1, JobEnvironment.configuration(config.job()));
    ReviewSentimentJob.wire(env, config, 1);
    assertThat(Uids.of(env))
        .containsExactly(
            "Sink Committer: dead-letters",
            "Sink Committer: review-sentiment-topic",
            "dead-letters",
            "review-contributions",
            "review-sentiment-table",
            "review-sentiment-topic",
            "reviews",
            "sentiment-windows");
    // Flink itself refuses operators without uid.
    assertThat(env.getStreamGraph(false).getJobGraph().getNumberOfVertices()).isEqualTo(2);
  }
}
