package io.flavortrend.jobs.reviewsentiment;

import static io.flavortrend.jobs.frame.OperatorNames.named;

import io.flavortrend.contracts.cdc.ReviewRow;
import io.flavortrend.contracts.topics.TopicCatalogue;
import io.flavortrend.contracts.values.ReviewSentiment;
import io.flavortrend.jobs.frame.JobArguments;
import io.flavortrend.jobs.frame.JobConfig;
import io.flavortrend.jobs.frame.JobEnvironment;
import io.flavortrend.jobs.frame.JobGeneration;
import io.flavortrend.jobs.frame.capture.BeatWatermarks;
import io.flavortrend.jobs.frame.capture.CaptureSource;
import io.flavortrend.jobs.frame.topics.RecordSink;
import io.flavortrend.jobs.frame.upsert.UpsertSink;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The job review-sentiment: wires {@link ReviewSentimentTopology} to Kafka and PostgreSQL. */
public final class ReviewSentimentJob {
  private ReviewSentimentJob() {}

  /**
   * Submits the job to the cluster that runs this main.
   *
   * @param arguments {@code --key value} pairs, which win over the environment
   */
  public static void main(String[] arguments) throws Exception {
    ReviewSentimentConfig config =
        ReviewSentimentConfig.from(
            JobArguments.settings(System.getenv(), arguments, ReviewSentimentConfig.KEYS));
    StreamExecutionEnvironment env = JobEnvironment.create(config.job());
    wire(env, config, JobGeneration.forSubmission(config.job(), env.getConfiguration()));
    env.execute(ReviewSentimentConfig.NAME);
  }

  static void wire(StreamExecutionEnvironment env, ReviewSentimentConfig config, int generation) {
    JobConfig job = config.job();
    var reviews =
        env.fromSource(
            CaptureSource.of(job, TopicCatalogue.ORDER_REVIEWS, ReviewRow.class),
            BeatWatermarks.strategy(),
            "reviews");
    ReviewSentimentTopology.build(
        named(
            reviews, "reviews", "Reads the captured changes and beats of the table order_reviews"),
        new ReviewSentimentTopology.Sinks(
            RecordSink.of(
                job, TopicCatalogue.REVIEW_SENTIMENT, ReviewSentiment.class, ReviewSentiment::key),
            new UpsertSink<>(job.name(), job.database(), ReviewSentimentTable.table()),
            RecordSink.ofDeadLetters(job)),
        config,
        generation);
  }
}
