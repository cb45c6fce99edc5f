package io.flavortrend.jobs.etaprediction;

import static io.flavortrend.jobs.etaprediction.TestQuestions.placed;
import static io.flavortrend.jobs.etaprediction.TestQuestions.release;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.flavortrend.contracts.values.DeadLetter;
import io.flavortrend.contracts.values.EtaPrediction;
import io.flavortrend.contracts.values.ModelRelease;
import io.flavortrend.contracts.values.ModelRelease.Role;
import io.flavortrend.inference.Eta;
import io.flavortrend.inference.EtaModel;
import io.flavortrend.inference.modelpackage.ModelPackageException;
import io.flavortrend.inference.modelpackage.ModelPackageException.Reason;
import io.flavortrend.inference.testing.TestPackage;
import io.flavortrend.jobs.etaprediction.model.AnnouncedRelease;
import io.flavortrend.jobs.etaprediction.model.ModelLoader;
import io.flavortrend.jobs.etaprediction.model.PackageLoader;
import io.flavortrend.jobs.etaprediction.model.ReleaseUpdate;
import io.flavortrend.jobs.frame.capture.ReadChanges;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.TwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PredictOperatorTest {
  /** Packages that are not there at the moment, and models that were closed. */
  private static final Set<String> AWAY = ConcurrentHashMap.newKeySet();

  private static final Set<String> CLOSED = ConcurrentHashMap.newKeySet();

  @TempDir Path packages;

  @BeforeEach
  void reset() {
    AWAY.clear();
    CLOSED.clear();
  }

  private record Constant(String version) implements EtaModel {
    @Override
    public Eta predict(double[] vector) {
      return new Eta(20, 15, 30, 18, false, List.of());
    }

    @Override
    public double[] contributions(double[] vector) {
      return new double[vector.length + 1];
    }

    @Override
    public void close() {
      CLOSED.add(version);
    }
  }

  private static EtaModel load(ModelRelease release) throws ModelPackageException {
    String version = release.modelVersion();
    if (version.startsWith("broken")) {
      throw new ModelPackageException(Reason.SIGNATURE, "Feature 3 is called otherwise");
    }
    if (AWAY.contains(version)) {
      throw new ModelPackageException(Reason.UNREACHABLE, "Nobody answers");
    }
    return new Constant(version);
  }

  private static final class Harness
      extends TwoInputStreamOperatorTestHarness<EtaQuestion, ReleaseUpdate, EtaPrediction> {
    private long now;

    Harness(ModelLoader loader) throws Exception {
      super(new PredictOperator(loader));
    }

    static Harness started(ModelLoader loader) throws Exception {
      Harness harness = new Harness(loader);
      harness.open();
      return harness;
    }

    void announce(AnnouncedRelease announced) throws Exception {
      processElement2(new StreamRecord<>(new ReleaseUpdate(announced.release().role(), announced)));
    }

    void ask(long orderId, long seconds) throws Exception {
      processElement1(new StreamRecord<>(placed(orderId, seconds)));
    }

    void later(long millis) throws Exception {
      now += millis;
      setProcessingTime(now);
    }

    /** The model that answers at a time, as soon as it is this one. */
    void awaitModel(long seconds, String version) {
      await()
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(
              () -> {
                later(PredictOperator.LOOK_MILLIS);
                ask(1, seconds);
                assertThat(versions()).last().isEqualTo(version);
              });
      getOutput().clear();
    }

    List<String> versions() {
      return extractOutputValues().stream().map(EtaPrediction::modelVersion).toList();
    }

    List<EtaPrediction> shadow() {
      Queue<StreamRecord<EtaPrediction>> side = getSideOutput(PredictOperator.SHADOW);
      return side == null ? List.of() : side.stream().map(StreamRecord::getValue).toList();
    }

    List<DeadLetter> deadLetters() {
      Queue<StreamRecord<DeadLetter>> side = getSideOutput(ReadChanges.DEAD_LETTERS);
      return side == null ? List.of() : side.stream().map(StreamRecord::getValue).toList();
    }
  }

  @Test
  void withoutAnyModelTheBaselineAnswersAndIsNotDegraded() throws Exception {
    try (Harness harness = Harness.started(PredictOperatorTest::load)) {
      harness.ask(1, 0);
      assertThat(harness.extractOutputValues())
          .singleElement()
          .satisfies(
              told -> {
                assertThat(told.modelVersion()).isEqualTo(EtaPrediction.BASELINE);
                assertThat(told.degraded()).isFalse();
                assertThat(told.etaMinutes()).isEqualTo(told.baselineMinutes()).isPositive();
                assertThat(told.featureVersions().model()).isEqualTo(EtaPrediction.BASELINE);
              });
    }
  }

  @Test
  void aSwapIsByEventTimeAndNobodyIsLeftOutOrToldTwice() throws Exception {
    try (Harness harness = Harness.started(PredictOperatorTest::load)) {
      harness.announce(release(Role.CHAMPION, "one", null, 0));
      harness.awaitModel(0, "one");
      List<Long> asked = new ArrayList<>();
      for (long second = 0; second < 100; second++) {
        if (second == 30) {
          harness.announce(release(Role.CHAMPION, "two", 60L, 1));
          harness.awaitModel(60, "two");
        }
        asked.add(second);
      }
      for (long second : asked) {
        harness.ask(1_000 + second, second);
      }
      // One that comes late asks the model of its own time.
      harness.ask(2_000, 59);
      assertThat(harness.extractOutputValues()).hasSize(101);
      for (EtaPrediction told : harness.extractOutputValues()) {
        boolean before = told.eventTime().isBefore(TestQuestions.NOON.plusSeconds(60));
        assertThat(told.modelVersion()).isEqualTo(before ? "one" : "two");
      }
      assertThat(harness.extractOutputValues())
          .extracting(EtaPrediction::orderId)
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void theChallengerOnlyCastsAShadow() throws Exception {
    try (Harness harness = Harness.started(PredictOperatorTest::load)) {
      harness.announce(release(Role.CHALLENGER, "bold", null, 0));
      await()
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(
              () -> {
                harness.later(PredictOperator.LOOK_MILLIS);
                harness.ask(1, 0);
                assertThat(harness.shadow()).isNotEmpty();
              });
      assertThat(harness.shadow()).extracting(EtaPrediction::modelVersion).containsOnly("bold");
      assertThat(harness.versions()).containsOnly(EtaPrediction.BASELINE);
    }
  }

  @Test
  void aRefusedPackageIsToldOnceAndTheFormerModelGoesOn() throws Exception {
    try (Harness harness = Harness.started(PredictOperatorTest::load)) {
      harness.announce(release(Role.CHAMPION, "one", null, 0));
      harness.awaitModel(0, "one");
      harness.announce(release(Role.CHAMPION, "broken", 10L, 7));
      await()
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(
              () -> {
                harness.later(PredictOperator.LOOK_MILLIS);
                assertThat(harness.deadLetters()).isNotEmpty();
              });
      harness.ask(1, 20);
      assertThat(harness.versions()).containsExactly("one");
      assertThat(harness.deadLetters())
          .singleElement()
          .satisfies(
              letter -> {
                assertThat(letter.sourceTopic()).isEqualTo("eta_models");
                assertThat(letter.sourceOffset()).isEqualTo(7);
                assertThat(letter.detail()).isEqualTo("signature: Feature 3 is called otherwise");
              });
    }
  }

  @Test
  void whatCannotBeReachedIsTriedAgainWhileTheFormerGoesOn() throws Exception {
    try (Harness harness = Harness.started(PredictOperatorTest::load)) {
      harness.announce(release(Role.CHAMPION, "one", null, 0));
      harness.awaitModel(0, "one");
      AWAY.add("two");
      harness.announce(release(Role.CHAMPION, "two", 10L, 1));
      for (int i = 0; i < 20; i++) {
        harness.later(PredictOperator.LOOK_MILLIS);
        harness.ask(i, 20);
      }
      assertThat(harness.versions()).containsOnly("one");
      AWAY.clear();
      harness.awaitModel(20, "two");
      assertThat(harness.deadLetters()).isEmpty();
    }
  }

  @Test
  void aTombstoneTakesTheModelAwayAndReleasesItsMemory() throws Exception {
    try (Harness harness = Harness.started(PredictOperatorTest::load)) {
      harness.announce(release(Role.CHAMPION, "one", null, 0));
      harness.awaitModel(0, "one");
      harness.processElement2(new StreamRecord<>(new ReleaseUpdate(Role.CHAMPION, null)));
      harness.ask(1, 0);
      assertThat(harness.versions()).containsExactly(EtaPrediction.BASELINE);
      assertThat(CLOSED).containsExactly("one");
    }
  }

  @Test
  void aRestoreLoadsWhatWasAnnounced() throws Exception {
    OperatorSubtaskState snapshot;
    try (Harness harness = Harness.started(PredictOperatorTest::load)) {
      harness.announce(release(Role.CHAMPION, "one", null, 0));
      harness.announce(release(Role.CHAMPION, "two", 60L, 1));
      snapshot = harness.snapshot(1, 1);
    }
    try (Harness harness = new Harness(PredictOperatorTest::load)) {
      harness.initializeState(snapshot);
      harness.open();
      harness.awaitModel(60, "two");
      harness.awaitModel(59, "one");
    }
  }

  @Test
  void realPackagesAreLoadedAndRefused() throws Exception {
    try (Harness harness = Harness.started(new PackageLoader(64))) {
      harness.announce(onDisk(TestPackage.of("real-1"), "real-1", 0));
      harness.awaitModel(0, "real-1");
      harness.announce(onDisk(TestPackage.of("real-2").predicting("tips"), "real-2", 1));
      harness.announce(onDisk(TestPackage.of("real-3"), "real-4", 2));
      await()
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(
              () -> {
                harness.later(PredictOperator.LOOK_MILLIS);
                assertThat(harness.deadLetters())
                    .extracting(DeadLetter::detail)
                    .satisfiesExactly(
                        first -> assertThat(first).startsWith("target: "),
                        second ->
                            assertThat(second)
                                .isEqualTo(
                                    "signature: The package is of model real-3 and was announced"
                                        + " as real-4"));
              });
      harness.ask(1, 30);
      assertThat(harness.extractOutputValues())
          .singleElement()
          .satisfies(
              told -> {
                assertThat(told.modelVersion()).isEqualTo("real-1");
                assertThat(told.etaMinutes()).isEqualTo(told.baselineMinutes() + TestPackage.POINT);
              });
    }
  }

  private AnnouncedRelease onDisk(TestPackage content, String version, long offset) {
    Path file = content.write(packages);
    AnnouncedRelease like = release(Role.CHAMPION, version, 10 * offset, offset);
    return new AnnouncedRelease(
        new ModelRelease(
            ModelRelease.SCHEMA_VERSION,
            version,
            Role.CHAMPION,
            file.toUri().toString(),
            TestPackage.sha256(content.bytes()),
            like.release().effectiveFrom(),
            TestQuestions.NOON),
        0,
        offset);
  }
}
