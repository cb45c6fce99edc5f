package io.flavortrend.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.flavortrend.contracts.values.Stage;
import io.flavortrend.features.vector.EtaVector;
import io.flavortrend.inference.modelpackage.ModelPackageException;
import io.flavortrend.inference.modelpackage.ModelPackages;
import io.flavortrend.inference.testing.TestPackage;
import io.flavortrend.inference.testing.TinyModels;
import io.flavortrend.inference.testing.TinyModels.Size;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LightGbmModelTest {
  @Test
  void addsTheResidualToTheBaseline() throws ModelPackageException {
    double[] vector = vector(Stage.PLACED);
    double baseline = BaselineEta.minutes(vector);

    Eta eta = predict(TestPackage.of("v1"), vector);

    assertThat(eta)
        .isEqualTo(new Eta(baseline + 1, baseline - 3, baseline + 6, baseline, false, List.of()));
  }

  @Test
  void correctsTheIntervalByItsStage() throws ModelPackageException {
    TestPackage corrected = TestPackage.of("v1").correctedBy(Stage.ASSIGNED, 0.5, -2);
    double[] vector = vector(Stage.ASSIGNED);
    double baseline = BaselineEta.minutes(vector);

    Eta eta = predict(corrected, vector);

    assertThat(eta.p10Minutes()).isEqualTo(baseline - 3.5);
    assertThat(eta.p90Minutes()).isEqualTo(baseline + 4);
  }

  @Test
  void givesAnUnknownStageTheWidestInterval() throws ModelPackageException {
    TestPackage corrected =
        TestPackage.of("v1").correctedBy(Stage.PLACED, 1, 0).correctedBy(Stage.ASSIGNED, 0, 2);
    for (double unknown : new double[] {Double.NaN, -1, 3, 1e300}) {
      double[] vector = vector(Stage.PLACED);
      vector[EtaVector.index("stage")] = unknown;
      double baseline = BaselineEta.minutes(vector);

      Eta eta = predict(corrected, vector);

      assertThat(eta.p10Minutes()).isEqualTo(baseline - 4);
      assertThat(eta.p90Minutes()).isEqualTo(baseline + 8);
    }
  }

  @Test
  void movesEndsThatCrossTheExpectationToIt() throws ModelPackageException {
    double[] vector = vector(Stage.PLACED);
    double baseline = BaselineEta.minutes(vector);

    Eta eta = predict(TestPackage.of("v1").residuals(2, 5, -1), vector);

    assertThat(eta)
        .isEqualTo(new Eta(baseline + 2, baseline + 2, baseline + 2, baseline, false, List.of()));
  }

  @Test
  void clipsToItsBoundsAndSaysSo() throws ModelPackageException {
    double[] vector = vector(Stage.PLACED);
    double baseline = BaselineEta.minutes(vector);

    assertThat(predict(TestPackage.of("v1").residuals(-500, -600, 5), vector))
        .isEqualTo(new Eta(0.5, 0.5, baseline + 5, baseline, true, List.of("below_bounds")));
    assertThat(predict(TestPackage.of("v1").residuals(300, 0, 400), vector))
        .isEqualTo(new Eta(240, baseline, 240, baseline, true, List.of("above_bounds")));
    assertThat(predict(TestPackage.of("v1").residuals(1, -400, 400), vector))
        .isEqualTo(
            new Eta(
                baseline + 1, 0.5, 240, baseline, true, List.of("below_bounds", "above_bounds")));
  }

  @Test
  void answersTheBaselineWhereAModelSaysNoNumber() throws ModelPackageException {
    double[] vector = vector(Stage.PLACED);
    Eta baseline = new BaselineModel().predict(vector);
    for (double noNumber : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
      for (TestPackage broken :
          List.of(
              TestPackage.of("v1").residuals(noNumber, -1, 1),
              TestPackage.of("v1").residuals(1, noNumber, 1),
              TestPackage.of("v1").residuals(1, -1, noNumber))) {
        Eta eta = predict(broken, vector);

        assertThat(eta.minutes()).isEqualTo(baseline.minutes());
        assertThat(eta.p10Minutes()).isEqualTo(baseline.p10Minutes());
        assertThat(eta.capped()).isTrue();
        assertThat(eta.reasons()).containsExactly("not_finite");
      }
    }
  }

  @Test
  void answersAVectorOfWhichNothingIsKnown() throws ModelPackageException {
    double[] unknown = new double[EtaVector.size()];
    Arrays.fill(unknown, Double.NaN);

    Eta eta = predict(TestPackage.of("v1").trained(Size.TINY, 1), unknown);

    assertThat(eta.minutes()).isBetween(0.5, 240.0);
    assertThat(eta.p10Minutes()).isLessThanOrEqualTo(eta.minutes());
    assertThat(eta.p90Minutes()).isGreaterThanOrEqualTo(eta.minutes());
  }

  @Test
  void answersWhateverIsUnknown() throws ModelPackageException {
    try (LightGbmModel model = open(TestPackage.of("v1").trained(Size.TINY, 1))) {
      for (int i = 0; i < EtaVector.size(); i++) {
        for (double odd : new double[] {Double.NaN, -1, 1e9, Double.POSITIVE_INFINITY}) {
          double[] vector = vector(Stage.ASSIGNED);
          vector[i] = odd;
          Eta eta = model.predict(vector);
          assertThat(eta.minutes()).as(EtaVector.names().get(i)).isBetween(0.5, 240.0);
        }
      }
    }
  }

  @Test
  void takesACategoryNeverSeenForAnUnknownOne() throws ModelPackageException {
    try (LightGbmModel model = open(TestPackage.of("v1").trained(Size.TINY, 1))) {
      double[] unknown = vector(Stage.PLACED);
      unknown[EtaVector.index("weekday")] = Double.NaN;
      double[] neverSeen = vector(Stage.PLACED);
      neverSeen[EtaVector.index("weekday")] = 77;

      assertThat(model.predict(neverSeen)).isEqualTo(model.predict(unknown));
    }
  }

  @Test
  void contributionsAddUpToTheAnswer() throws ModelPackageException {
    try (LightGbmModel model = open(TestPackage.of("v1").trained(Size.TINY, 3))) {
      double[] vector = vector(Stage.PLACED);

      double[] contributions = model.contributions(vector);

      assertThat(contributions).hasSize(EtaVector.size() + 1);
      assertThat(Arrays.stream(contributions).sum())
          .isCloseTo(model.predict(vector).minutes(), within(1e-9));
      assertThat(Arrays.stream(contributions, 0, EtaVector.size()).filter(c -> c != 0).count())
          .isGreaterThan(1);
    }
  }

  @Test
  void leavesTheVectorAsItIs() throws ModelPackageException {
    double[] vector = vector(Stage.PLACED);
    double[] before = vector.clone();

    predict(TestPackage.of("v1").trained(Size.TINY, 1), vector);

    assertThat(vector).containsExactly(before);
  }

  @Test
  void closesTwiceAndAnswersNoMore() throws ModelPackageException {
    LightGbmModel model = open(TestPackage.of("v1"));

    model.close();
    model.close();

    assertThatThrownBy(() -> model.predict(vector(Stage.PLACED)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
  }

  private static Eta predict(TestPackage testPackage, double[] vector)
      throws ModelPackageException {
    try (LightGbmModel model = open(testPackage)) {
      return model.predict(vector);
    }
  }

  private static LightGbmModel open(TestPackage testPackage) throws ModelPackageException {
    return LightGbmModel.open(ModelPackages.read(testPackage.bytes()));
  }

  private static double[] vector(Stage stage) {
    double[] vector = TinyModels.rows(EtaVector.size(), List.of(), 1, 7)[0];
    vector[EtaVector.index("stage")] = stage.ordinal();
    return vector;
  }
}
