package io.flavortrend.jobs.reviewsentiment;

import static io.flavortrend.jobs.frame.OperatorNames.named;

import io.flavortrend.contracts.cdc.ReviewRow;
import io.flavortrend.contracts.values.DeadLetter;
import io.flavortrend.contracts.values.ReviewSentiment;
import io.flavortrend.jobs.frame.capture.CapturedRecord;
import io.flavortrend.jobs.frame.capture.ReadChanges;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * The job as a function of its source and sinks; it never executes.
 *
 * <pre>
 *  reviews ──► review-contributions ──by entity and window──► sentiment-windows ─┬─► review-sentiment-topic
 *  (beats         │ after − before,                            fold, show        │
 *   move time)    │ scored                                     while it changes  └─► review-sentiment-table
 *                 │
 *                 └─► dead-letters
 *                     what breaks its contract, what comes after its window is closed
 * </pre>
 */
final class ReviewSentimentTopology {
  private ReviewSentimentTopology() {}

  /**
   * Where the results go.
   *
   * @param topic every emission, for those who watch
   * @param table the newest version, for those who ask
   * @param deadLetters records that could not be used
   */
  record Sinks(
      Sink<ReviewSentiment> topic, Sink<ReviewSentiment> table, Sink<DeadLetter> deadLetters) {}

  /**
   * Builds the job.
   *
   * @param reviews the captured topic with watermarks from its beats
   * @param generation the job's generation where there is no state that knows it
   */
  static void build(
      DataStream<CapturedRecord<ReviewRow>> reviews,
      Sinks sinks,
      ReviewSentimentConfig config,
      int generation) {
    SingleOutputStreamOperator<ReviewContribution> contributions = contributions(reviews, config);
    SingleOutputStreamOperator<ReviewSentiment> values = windows(contributions, config, generation);
    named(
        values.sinkTo(sinks.topic()),
        "review-sentiment-topic",
        "Writes every emission to topic review_sentiment");
    named(
        values.sinkTo(sinks.table()),
        "review-sentiment-table",
        "Upserts the newest version into analytics.review_sentiment");
    named(
        contributions.getSideOutput(ReadChanges.DEAD_LETTERS).sinkTo(sinks.deadLetters()),
        "dead-letters",
        "Writes records that could not be used to topic dead_letters");
  }

  private static SingleOutputStreamOperator<ReviewContribution> contributions(
      DataStream<CapturedRecord<ReviewRow>> reviews, ReviewSentimentConfig config) {
    ReviewContributions reading =
        new ReviewContributions(config.job().timeDomain(), config.allowedLateness());
    return named(
        reviews
            .process(new ReadChanges<>(config.job().name(), reading))
            .returns(TypeInformation.of(ReviewContribution.class)),
        "review-contributions",
        "Scores each review, and tells what it adds to the windows of restaurant and courier");
  }

  private static SingleOutputStreamOperator<ReviewSentiment> windows(
      DataStream<ReviewContribution> contributions, ReviewSentimentConfig config, int generation) {
    return named(
        contributions
            .keyBy(ReviewContribution::key, TypeInformation.of(SentimentWindowKey.class))
            .process(
                new SentimentWindowFunction(
                    config.emitInterval(), config.allowedLateness(), generation),
                TypeInformation.of(ReviewSentiment.class)),
        "sentiment-windows",
        "Folds contributions into one row for each entity and window, shown while it changes");
  }
}
