package io.flavortrend.jobs.reviewsentiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.flavortrend.contracts.TimeDomain;
import io.flavortrend.contracts.cdc.ReviewRow;
import io.flavortrend.contracts.values.DeadLetter;
import io.flavortrend.contracts.values.ReviewSentiment;
import io.flavortrend.jobs.frame.JobConfig;
import io.flavortrend.jobs.frame.JobEnvironment;
import io.flavortrend.jobs.testing.CollectingSink;
import io.flavortrend.jobs.testing.ListedSource;
import io.flavortrend.settings.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The real topology on an embedded cluster with RocksDB, against a naive batch. */
class ReviewSentimentTopologyTest {
  private static final int CHANGES = 100_000;

  @TempDir Path checkpoints;

  @AfterEach
  void forget() {
    ListedSource.forget();
  }

  @ParameterizedTest
  @CsvSource({"live, 1, 11, 1, PT1S", "live, 1, 12, 2, PT0.2S", "log,  1, 21, 1, PT0.5S"})
  void equalsTheNaiveBatch(
      String domain, long seed, long shuffle, int parallelism, String emitInterval)
      throws Exception {
    ReviewSentimentConfig config = config(domain, parallelism, emitInterval, "PT0.5S");
    RandomReviews history = new RandomReviews(seed, CHANGES);
    RandomReviews.Log log = history.log(shuffle);

    List<ReviewSentiment> shown = run(log, config, new CollectingSink<>());

    versionsRise(shown);
    NaiveSentiment naive =
        new NaiveSentiment(TimeDomain.valueOf(domain.toUpperCase(Locale.ROOT))).count(history, log);
    assertThat(naive.rows).hasSizeGreaterThan(3_000);
    assertThat(differences(newest(shown), naive)).isEmpty();
  }

  @Test
  void bothDomainsAgreeWhereNoClockIsFast() throws Exception {
    RandomReviews.Log log = new RandomReviews(4, 5_000).log(41);
    Map<NaiveSentiment.Key, ReviewSentiment> live = pastOf(log, "live");
    assertThat(live).hasSizeGreaterThan(1_000).isEqualTo(pastOf(log, "log"));
  }

  @Test
  void equalsTheNaiveBatchAlsoAfterACrash() throws Exception {
    ReviewSentimentConfig config = config("log", 1, "PT0.01S", "PT0.2S");
    RandomReviews history = new RandomReviews(3, CHANGES / 5);
    RandomReviews.Log log = history.log(31);
    CollectingSink<ReviewSentiment> topic = new CollectingSink<>(1_000);

    List<ReviewSentiment> shown = run(log, config, topic);

    assertThat(topic.hasFailed()).isTrue();
    assertThat(differences(newest(shown), new NaiveSentiment(TimeDomain.LOG).count(history, log)))
        .isEmpty();
  }

  /** The rows of the time before the log began, where no clock was fast, without their emission. */
  private Map<NaiveSentiment.Key, ReviewSentiment> pastOf(RandomReviews.Log log, String domain)
      throws Exception {
    Map<NaiveSentiment.Key, ReviewSentiment> newest =
        newest(run(log, config(domain, 1, "PT0.2S", "PT0.5S"), new CollectingSink<>()));
    newest.keySet().removeIf(key -> !key.window().isBefore(RandomReviews.BASE));
    newest.replaceAll((key, value) -> SentimentWindowFunctionTest.withoutEmission(value));
    return newest;
  }

  private List<ReviewSentiment> run(
      RandomReviews.Log log, ReviewSentimentConfig config, CollectingSink<ReviewSentiment> topic)
      throws Exception {
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.createLocalEnvironment(
            config.job().parallelism(), JobEnvironment.configuration(config.job()));
    CollectingSink<ReviewSentiment> table = new CollectingSink<>();
    CollectingSink<DeadLetter> deadLetters = new CollectingSink<>();
    ReviewSentimentTopology.build(
        ListedSource.of(env, "partition-0", ReviewRow.class, log.partitions().get(0))
            .union(ListedSource.of(env, "partition-1", ReviewRow.class, log.partitions().get(1))),
        new ReviewSentimentTopology.Sinks(topic, table, deadLetters),
        config,
        5);
    env.execute();
    assertThat(deadLetters.drain()).extracting(DeadLetter::detail).isEmpty();
    assertThat(newest(table.drain())).isNotEmpty();
    return topic.drain();
  }

  /** The newest version of each row: what a consumer or the table keeps. */
  private static Map<NaiveSentiment.Key, ReviewSentiment> newest(List<ReviewSentiment> shown) {
    Map<NaiveSentiment.Key, ReviewSentiment> newest = new HashMap<>();
    for (ReviewSentiment value : shown) {
      newest.merge(
          NaiveSentiment.Key.of(value),
          value,
          (held, come) -> come.version() >= held.version() ? come : held);
    }
    return newest;
  }

  /** Without a crash no row is shown twice with the same version, and none goes back. */
  private static void versionsRise(List<ReviewSentiment> shown) {
    Map<NaiveSentiment.Key, Long> last = new HashMap<>();
    for (ReviewSentiment value : shown) {
      Long former = last.put(NaiveSentiment.Key.of(value), value.version());
      assertThat(value.version()).isGreaterThan(former == null ? 5L << 40 : former);
    }
  }

  private static List<String> differences(
      Map<NaiveSentiment.Key, ReviewSentiment> newest, NaiveSentiment naive) {
    List<String> differences = new ArrayList<>();
    newest.forEach(
        (key, value) -> {
          NaiveSentiment.Row row = naive.rows.getOrDefault(key, new NaiveSentiment.Row());
          if (!equal(value, row)) {
            differences.add(
                "%s has %s instead of %d reviews, %.4f, %d negative, %s"
                    .formatted(key, value, row.reviews, row.score, row.negatives, row.words));
          }
        });
    naive.rows.keySet().stream()
        .filter(key -> !newest.containsKey(key))
        .forEach(key -> differences.add("no row for " + key));
    return differences;
  }

  private static boolean equal(ReviewSentiment value, NaiveSentiment.Row row) {
    return value.reviews() == row.reviews
        && value.topWords().equals(row.topWords())
        && near(value.meanScore(), row.score, row.reviews)
        && near(value.negativeShare(), row.negatives, row.reviews);
  }

  private static boolean near(@Nullable Double mean, double sum, long n) {
    return n == 0 ? mean == null : mean != null && Math.abs(mean - sum / n) < 1e-9;
  }

  private ReviewSentimentConfig config(
      String domain, int parallelism, String emitInterval, String checkpointInterval) {
    return ReviewSentimentConfig.from(
        Settings.of(
            Map.of(
                JobConfig.TIME_DOMAIN,
                domain,
                JobConfig.PARALLELISM,
                Integer.toString(parallelism),
                JobConfig.CHECKPOINT_INTERVAL,
                checkpointInterval,
                JobConfig.CHECKPOINTS_DIR,
                checkpoints.toString(),
                ReviewSentimentConfig.EMIT_INTERVAL,
                emitInterval)));
  }
}
