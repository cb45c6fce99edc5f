package io.flavortrend.jobs.frame.join;

import static org.assertj.core.api.Assertions.assertThat;

import io.flavortrend.contracts.TimeDomain;
import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PointInTimeJoinOperatorTest {
  private static final long KEY = 7;

  /** A question at an instant, and its answer. */
  public record Asked(
      long key, String name, long at, @Nullable Long version, @Nullable Standing standing) {
    static Asked of(String name, long at) {
      return new Asked(KEY, name, at, null, null);
    }
  }

  /** What holds from an instant on. */
  public record Dated(long key, long eventMillis, long version) implements DatedVersion {}

  private record AskedJoining() implements Joining<Asked, Dated> {
    private static final long serialVersionUID = 1L;

    @Override
    public boolean asks(Asked question) {
      return !question.name().startsWith("pass");
    }

    @Override
    public long dueMillis(Asked question) {
      return question.at();
    }

    @Override
    public Asked answer(
        Asked question, @Nullable Dated version, Standing standing, long nowMillis) {
      Long joined = version == null ? null : version.version();
      return new Asked(question.key(), question.name(), question.at(), joined, standing);
    }

    @Override
    public boolean standsOn(Asked answer, @Nullable Dated version) {
      return version == null
          ? answer.version() == null
          : Long.valueOf(version.version()).equals(answer.version());
    }
  }

  private static final class Harness
      extends KeyedTwoInputStreamOperatorTestHarness<Long, Asked, Dated, Asked> {
    Harness(TimeDomain domain) throws Exception {
      super(
          new PointInTimeJoinOperator<Long, Asked, Dated>(
              new AskedJoining(),
              TypeInformation.of(Asked.class),
              TypeInformation.of(Dated.class),
              domain,
              Duration.ofMillis(50),
              Duration.ofMinutes(15),
              Duration.ofMillis(100)),
          Asked::key,
          Dated::key,
          Types.LONG);
    }

    static Harness started(TimeDomain domain) throws Exception {
      Harness harness = new Harness(domain);
      harness.open();
      return harness;
    }

    void ask(String name, long at) throws Exception {
      processElement1(new StreamRecord<>(Asked.of(name, at)));
    }

    void version(long eventMillis, long version) throws Exception {
      processElement2(new StreamRecord<>(new Dated(KEY, eventMillis, version)));
    }

    void proven(long through) throws Exception {
      processWatermark2(new Watermark(through));
    }

    /** Each answer as name, version and standing. */
    List<String> told() {
      return extractOutputValues().stream()
          .map(a -> "%s %s %s".formatted(a.name(), a.version(), a.standing()))
          .toList();
    }

    List<Long> watermarks() {
      return getOutput().stream()
          .filter(Watermark.class::isInstance)
          .map(mark -> ((Watermark) mark).getTimestamp())
          .toList();
    }
  }

  @Test
  void aQuestionIsAnsweredWhenItsTimeIsProvenByTheVersionsAlone() throws Exception {
    try (Harness harness = Harness.started(TimeDomain.LIVE)) {
      harness.version(10, 1);
      harness.ask("a", 20);
      harness.version(20, 2);
      harness.version(21, 3);
      assertThat(harness.told()).isEmpty();
      harness.proven(20);
      assertThat(harness.told()).containsExactly("a 2 PROVEN");
      // The clock and a further proof find it answered.
      harness.setProcessingTime(1_000);
      harness.proven(100);
      assertThat(harness.told()).hasSize(1);
      assertThat(harness.numKeyedStateEntries()).isEqualTo(1);
    }
  }

  @Test
  void aQuestionBehindTheProofIsAnsweredAtOnceAndLeavesNothing() throws Exception {
    try (Harness harness = Harness.started(TimeDomain.LIVE)) {
      harness.version(10, 1);
      harness.version(30, 2);
      harness.proven(40);
      harness.ask("a", 29);
      harness.ask("b", 30);
      harness.ask("c", 9);
      assertThat(harness.told()).containsExactly("a 1 PROVEN", "b 2 PROVEN", "c null PROVEN");
      assertThat(harness.numEventTimeTimers()).isZero();
      assertThat(harness.numProcessingTimeTimers()).isZero();
    }
  }

  @Test
  void ofOneEventTimeTheHighestVersionHoldsHoweverItComes() throws Exception {
    try (Harness harness = Harness.started(TimeDomain.LOG)) {
      harness.version(10, 5);
      harness.version(10, 4);
      harness.version(20, 7);
      harness.version(20, 8);
      harness.version(15, 6);
      harness.proven(100);
      harness.ask("a", 10);
      harness.ask("b", 19);
      harness.ask("c", 20);
      assertThat(harness.told()).containsExactly("a 5 PROVEN", "b 6 PROVEN", "c 8 PROVEN");
    }
  }

  @Test
  void silentVersionsHoldNothingLongerThanTheCap() throws Exception {
    try (Harness harness = Harness.started(TimeDomain.LIVE)) {
      harness.ask("a", 20);
      harness.setProcessingTime(49);
      assertThat(harness.told()).isEmpty();
      harness.setProcessingTime(50);
      assertThat(harness.told()).containsExactly("a null LATE");
    }
  }

  @Test
  void aLateAnswerIsCorrectedOnceWhereAnotherVersionWasDue() throws Exception {
    try (Harness harness = Harness.started(TimeDomain.LIVE)) {
      harness.version(10, 1);
      harness.ask("wrong", 20);
      harness.ask("right", 15);
      harness.setProcessingTime(50);
      harness.version(16, 2);
      harness.version(18, 3);
      harness.version(25, 4);
      assertThat(harness.told()).containsExactlyInAnyOrder("wrong 1 LATE", "right 1 LATE");
      harness.proven(20);
      assertThat(harness.told()).hasSize(3).last().isEqualTo("wrong 3 CORRECTED");
      harness.proven(1_000);
      harness.setProcessingTime(Duration.ofHours(1).toMillis());
      assertThat(harness.told()).hasSize(3);
      assertThat(harness.numEventTimeTimers()).isZero();
      assertThat(harness.numProcessingTimeTimers()).isZero();
    }
  }

  @Test
  void questionsOfOneMillisecondAreAllAnswered() throws Exception {
    try (Harness harness = Harness.started(TimeDomain.LIVE)) {
      harness.ask("a", 20);
      harness.setProcessingTime(30);
      harness.ask("b", 20);
      harness.setProcessingTime(50);
      harness.ask("c", 20);
      harness.version(20, 2);
      harness.proven(20);
      assertThat(harness.told())
          .containsExactlyInAnyOrder(
              "a null LATE", "b null LATE", "c 2 PROVEN", "a 2 CORRECTED", "b 2 CORRECTED");
      harness.setProcessingTime(Duration.ofHours(1).toMillis());
      assertThat(harness.numKeyedStateEntries()).isEqualTo(1);
    }
  }

  @Test
  void inTheLogDomainNothingButTheLogCounts() throws Exception {
    try (Harness harness = Harness.started(TimeDomain.LOG)) {
      harness.ask("a", 20);
      harness.setProcessingTime(1_000_000);
      assertThat(harness.told()).isEmpty();
      assertThat(harness.numProcessingTimeTimers()).isZero();
      // The end of a bounded input is a proof.
      harness.proven(Long.MAX_VALUE);
      assertThat(harness.told()).containsExactly("a null PROVEN");
    }
  }

  @Test
  void whatAsksNothingPassesAtOnce() throws Exception {
    try (Harness harness = Harness.started(TimeDomain.LOG)) {
      harness.ask("pass", 20);
      assertThat(harness.told()).containsExactly("pass null null");
    }
  }

  @Test
  void lateAnswersAreForgottenThoughNoProofEverComes() throws Exception {
    try (Harness harness = Harness.started(TimeDomain.LIVE)) {
      for (int i = 0; i < 1_000; i++) {
        harness.ask("a", i);
      }
      harness.setProcessingTime(50);
      assertThat(harness.told()).hasSize(1_000);
      assertThat(harness.numEventTimeTimers()).isEqualTo(1_000);
      harness.setProcessingTime(50 + Duration.ofMinutes(15).toMillis());
      assertThat(harness.numKeyedStateEntries()).isZero();
      assertThat(harness.numEventTimeTimers()).isZero();
      assertThat(harness.numProcessingTimeTimers()).isZero();
    }
  }

  @Test
  void oldVersionsAreForgottenWhenBothSidesHavePassedThem() throws Exception {
    try (Harness harness = Harness.started(TimeDomain.LIVE)) {
      for (int i = 0; i < 50; i++) {
        harness.version(10 * i, i);
      }
      harness.proven(1_000);
      harness.version(1_001, 100);
      // Orders have not come that far: they may still ask for any of them.
      harness.ask("a", 15);
      assertThat(harness.told()).containsExactly("a 1 PROVEN");
      harness.processWatermark1(new Watermark(300));
      harness.version(1_002, 101);
      harness.ask("b", 200);
      harness.ask("c", 199);
      assertThat(harness.told()).endsWith("b 20 PROVEN", "c null PROVEN");
      // No order for a while: the versions' own time counts.
      harness.processWatermarkStatus1(WatermarkStatus.IDLE);
      harness.version(1_003, 102);
      harness.ask("d", 1_000);
      harness.ask("e", 480);
      assertThat(harness.told()).endsWith("d 49 PROVEN", "e null PROVEN");
    }
  }

  @Test
  void theSlowerSideIsForwarded() throws Exception {
    try (Harness harness = Harness.started(TimeDomain.LIVE)) {
      harness.proven(100);
      assertThat(harness.watermarks()).isEmpty();
      harness.processWatermark1(new Watermark(70));
      harness.processWatermark1(new Watermark(120));
      harness.proven(110);
      assertThat(harness.watermarks()).containsExactly(70L, 100L, 110L);
    }
  }

  @Test
  void aRestoreGoesOnWaitingAndCorrecting() throws Exception {
    OperatorSubtaskState snapshot;
    try (Harness harness = Harness.started(TimeDomain.LIVE)) {
      harness.version(10, 1);
      harness.ask("late", 20);
      harness.setProcessingTime(50);
      harness.ask("waits", 30);
      snapshot = harness.snapshot(1, 1);
    }
    try (Harness harness = new Harness(TimeDomain.LIVE)) {
      harness.initializeState(snapshot);
      harness.open();
      harness.version(15, 2);
      harness.proven(30);
      assertThat(harness.told()).containsExactly("late 2 CORRECTED", "waits 2 PROVEN");
    }
  }
}
