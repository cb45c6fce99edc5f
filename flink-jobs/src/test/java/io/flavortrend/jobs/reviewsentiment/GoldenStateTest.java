package io.flavortrend.jobs.reviewsentiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.flavortrend.contracts.TimeDomain;
import io.flavortrend.contracts.cdc.ReviewRow;
import io.flavortrend.contracts.values.DeadLetter.Reason;
import io.flavortrend.contracts.values.ReviewSentiment.TopWord;
import io.flavortrend.jobs.frame.capture.CapturedRecord;
import io.flavortrend.jobs.frame.capture.ReadChanges;
import io.flavortrend.jobs.testing.ReviewLog;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OperatorSnapshotUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * State written by the first version, restored by this one. The files are never written anew: a
 * change that cannot read them needs a migration. A state that is added gets files of its own:
 * {@code -Dgolden.write=true -Dtest=reviewsentiment.GoldenStateTest#write}.
 */
class GoldenStateTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden");
  private static final String WINDOWS = GOLDEN.resolve("sentiment-windows-1.snapshot").toString();
  private static final String CONTRIBUTIONS =
      GOLDEN.resolve("review-contributions-1.snapshot").toString();
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  @Test
  void aWindowGoesOnWhereItWas() throws Exception {
    try (var harness = SentimentWindowFunctionTest.harness(1)) {
      harness.initializeState(OperatorSnapshotUtil.readStateHandle(WINDOWS));
      harness.open();
      harness.processElement(SentimentWindowFunctionTest.review(4_000, 9, "tasty"), 0);
      harness.setProcessingTime(10_000);
      assertThat(harness.extractOutputValues())
          .singleElement()
          .satisfies(
              value -> {
                assertThat(value.windowStart()).isEqualTo(NOON);
                assertThat(value.reviews()).isEqualTo(3);
                assertThat(value.meanScore()).isEqualTo(0.2);
                assertThat(value.topWords())
                    .containsExactly(new TopWord("tasty", 2), new TopWord("late", 1));
                assertThat(value.version()).isEqualTo((7L << 40) + 3);
              });
      harness.processWatermark(SentimentWindowFunctionTest.CLOSE);
      assertThat(harness.numKeyedStateEntries()).isZero();
      assertThat(harness.numEventTimeTimers()).isZero();
    }
  }

  @Test
  void progressIsRemembered() throws Exception {
    try (var harness = contributions()) {
      harness.initializeState(OperatorSnapshotUtil.readStateHandle(CONTRIBUTIONS));
      harness.open();
      ReviewRow old =
          ReviewContributionsTest.row(null, 5, "Tasty", NOON.minus(Duration.ofHours(25)));
      harness.processElement(new ReviewLog(1).change(null, old, NOON), 0);
      assertThat(harness.extractOutputValues()).isEmpty();
      assertThat(harness.getSideOutput(ReadChanges.DEAD_LETTERS).remove().getValue().reason())
          .isEqualTo(Reason.LATE);
    }
  }

  @Test
  @EnabledIfSystemProperty(named = "golden.write", matches = "true")
  void write() throws Exception {
    try (var harness = SentimentWindowFunctionTest.harness(7)) {
      harness.open();
      harness.processElement(SentimentWindowFunctionTest.review(8_000, 1, "tasty"), 0);
      harness.processElement(SentimentWindowFunctionTest.review(-6_000, 2, "late"), 0);
      save(harness.snapshot(1, 1), WINDOWS);
    }
    try (var harness = contributions()) {
      harness.open();
      harness.processElement(new ReviewLog(1).beat(NOON), 0);
      save(harness.snapshot(1, 1), CONTRIBUTIONS);
    }
  }

  private static void save(OperatorSubtaskState state, String file) throws IOException {
    OperatorSnapshotUtil.writeStateHandle(state, file);
  }

  private static OneInputStreamOperatorTestHarness<CapturedRecord<ReviewRow>, ReviewContribution>
      contributions() throws Exception {
    return new OneInputStreamOperatorTestHarness<>(
        new ProcessOperator<>(
            new ReadChanges<>(
                ReviewSentimentConfig.NAME,
                new ReviewContributions(TimeDomain.LIVE, Duration.ofHours(24)))));
  }
}
