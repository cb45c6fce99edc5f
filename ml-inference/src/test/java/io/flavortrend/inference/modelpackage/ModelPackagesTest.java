package io.flavortrend.inference.modelpackage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.flavortrend.contracts.values.Stage;
import io.flavortrend.features.vector.EtaVector;
import io.flavortrend.inference.modelpackage.ModelPackageException.Reason;
import io.flavortrend.inference.modelpackage.Signature.Interval;
import io.flavortrend.inference.testing.TestPackage;
import io.flavortrend.inference.testing.TinyModels;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModelPackagesTest {
  private static final String CONSTANT = TinyModels.constant(EtaVector.names(), 1);

  @Test
  void readsAPackage() throws ModelPackageException {
    byte[] bytes = TestPackage.of("2026-03-01-1").correctedBy(Stage.ASSIGNED, 0.4, -0.7).bytes();

    ModelPackage read = ModelPackages.read(bytes);

    assertThat(read.signature().modelVersion()).isEqualTo("2026-03-01-1");
    assertThat(read.signature().interval(Stage.ASSIGNED)).isEqualTo(new Interval(0.4, -0.7));
    assertThat(read.metrics().path("rows").path("train").asInt()).isEqualTo(1000);
    assertThat(read.model(ModelPackage.P10).featureNames()).isEqualTo(EtaVector.names());
    assertThat(read.sha256()).isEqualTo(TestPackage.sha256(bytes));
    assertThat(read.sizeBytes()).isEqualTo(bytes.length);
  }

  @Test
  void namesTheFirstFeatureThatIsCalledOtherwise() {
    assertRefused(
        TestPackage.of("v1").renamed("hour", "hour_of_day"),
        Reason.SIGNATURE,
        "feature 1 is called hour_of_day, the platform's is hour");
  }

  @Test
  void refusesAnotherOrder() {
    assertRefused(
        TestPackage.of("v1").swapped("hour", "holiday"),
        Reason.SIGNATURE,
        "feature 1 is called holiday, the platform's is hour");
  }

  @Test
  void refusesAnotherType() {
    assertRefused(
        TestPackage.of("v1").retyped("weekday", "number"),
        Reason.SIGNATURE,
        "feature 2, weekday, is of type number, the platform's is of type category");
  }

  @Test
  void refusesOtherCategories() {
    assertRefused(
        TestPackage.of("v1").recategorised("stage", List.of("placed", "picked_up", "assigned")),
        Reason.SIGNATURE,
        "feature 0, stage, has categories [placed, picked_up, assigned]");
  }

  @Test
  void refusesFeaturesThatAreMissing() {
    assertRefused(
        TestPackage.of("v1").features(5),
        Reason.SIGNATURE,
        "ends after 5 features: the platform's next is distance_km");
  }

  @Test
  void refusesAModelOfOtherFeaturesThanItsSignature() {
    List<String> names = new ArrayList<>(EtaVector.names());
    Collections.swap(names, 3, 4);
    assertRefused(
        TestPackage.of("v1").file("p90.txt", TinyModels.constant(names, 1)),
        Reason.SIGNATURE,
        "p90.txt: feature 3 is called minutes_since_opening, the platform's is holiday");
  }

  @Test
  void refusesAModelOfFewerFeatures() {
    assertRefused(
        TestPackage.of("v1").file("p10.txt", TinyModels.constant(List.of("stage"), 1)),
        Reason.SIGNATURE,
        "p10.txt ends after 1 features: the platform's next is hour");
  }

  @Test
  void refusesAnotherTarget() {
    assertRefused(
        TestPackage.of("v1").predicting("minutes"),
        Reason.TARGET,
        "the model predicts minutes; this platform's models predict residual_minutes");
  }

  @Test
  void refusesAVersionThatIsTheBaselines() {
    assertRefused(TestPackage.of("baseline"), Reason.BROKEN, "model_version is 'baseline'");
  }

  @Test
  void refusesAVersionThatIsNoName() {
    assertRefused(TestPackage.of("../v1"), Reason.BROKEN, "model_version is '../v1'");
  }

  @Test
  void refusesALaterSchema() {
    assertRefused(
        TestPackage.of("v1").signed("schema_version", "2"),
        Reason.BROKEN,
        "schema_version is 2; this platform reads 1");
  }

  @Test
  void refusesASignatureWithoutAStagesInterval() {
    assertRefused(
        TestPackage.of("v1").signed("interval", "{}"), Reason.BROKEN, "interval lacks placed");
  }

  @Test
  void refusesASignatureWithoutAField() {
    assertRefused(TestPackage.of("v1").signed("target", "null"), Reason.BROKEN, "lacks target");
  }

  @Test
  void refusesFeaturesWithoutCategories() {
    assertRefused(
        TestPackage.of("v1").signed("features", "[{\"name\":\"stage\"}]"),
        Reason.SIGNATURE,
        "ends after 1 features");
  }

  @Test
  void refusesAFeatureThatIsNull() {
    assertRefused(
        TestPackage.of("v1").signed("features", "[null]"), Reason.BROKEN, "a null among them");
  }

  @Test
  void refusesAnIntervalOfAnotherStage() {
    assertRefused(
        TestPackage.of("v1").signed("interval", "{\"cooked\":{}}"),
        Reason.BROKEN,
        "signature.json cannot be read");
  }

  @Test
  void refusesAFileThatIsNotTheOneListed() {
    assertRefused(
        TestPackage.of("v1")
            .tampered("point.txt", CONSTANT.replace("leaf_value=1.0", "leaf_value=9.0")),
        Reason.CHECKSUM,
        "point.txt has the SHA-256");
  }

  @Test
  void refusesAMissingFile() {
    assertRefused(
        TestPackage.of("v1").without("p90.txt"), Reason.BROKEN, "the package lacks [p90.txt]");
  }

  @Test
  void refusesAFileThatIsNoPartOfAPackage() {
    assertRefused(
        TestPackage.of("v1").file("../run.sh", "exit"), Reason.BROKEN, "holds '../run.sh'");
  }

  @Test
  void refusesMetricsThatAreNoJson() {
    assertRefused(
        TestPackage.of("v1").file("metrics.json", "{\"rows\":"),
        Reason.BROKEN,
        "metrics.json cannot be read");
  }

  @Test
  void refusesAModelThatIsCutOff() {
    assertRefused(
        TestPackage.of("v1").file("point.txt", CONSTANT.substring(0, CONSTANT.length() / 2)),
        Reason.BROKEN,
        "point.txt ends early");
  }

  @Test
  void refusesAPackageCutOffAnywhere() {
    for (int percent = 0; percent < 80; percent += 5) {
      assertRefused(TestPackage.of("v1").truncated(percent / 100.0), Reason.BROKEN, "the package ");
    }
  }

  @Test
  void refusesWhatIsNoArchive() {
    assertRefused(
        "<html>".getBytes(StandardCharsets.UTF_8),
        Reason.BROKEN,
        "the package is no zip archive, or empty");
  }

  @Test
  void refusesABombBeforeItIsUnpacked() {
    TestPackage bomb = TestPackage.of("v1").file("p10.txt", " ".repeat(1_000_000));
    ModelPackageException refusal =
        catchThrowableOfType(
            ModelPackageException.class, () -> PackageArchive.of(bomb.bytes(), 500_000));

    assertThat(refusal).hasMessageContaining("unpacks to more than the 500000 bytes allowed");
    assertThat(refusal.reason()).isEqualTo(Reason.TOO_LARGE);
  }

  private static void assertRefused(TestPackage broken, Reason reason, String sentence) {
    assertRefused(broken.bytes(), reason, sentence);
  }

  private static void assertRefused(byte[] broken, Reason reason, String sentence) {
    ModelPackageException refusal =
        catchThrowableOfType(ModelPackageException.class, () -> ModelPackages.read(broken));

    assertThat(refusal).as("refusal").isNotNull().hasMessageContaining(sentence);
    assertThat(refusal.reason()).isEqualTo(reason);
  }
}
