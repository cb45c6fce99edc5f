package io.flavortrend.inference.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.flavortrend.inference.Eta;
import io.flavortrend.inference.LightGbmModel;
import io.flavortrend.inference.modelpackage.ModelPackageException;
import io.flavortrend.inference.modelpackage.ModelPackages;
import java.util.Arrays;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** A package that Python trained and packed answers here what it answered there. */
class PythonAgreementTest {
  private static final double TOLERANCE = 1e-9;

  @Test
  void answersWhatPythonAnswers() throws ModelPackageException {
    double[][] vectors = new AgreementVectors(AgreementFiles.ROWS_SEED).next(AgreementFiles.ROWS);
    double[][] expected = AgreementFiles.numbers("answers.csv.gz");
    assertThat(expected).hasNumberOfRows(AgreementFiles.ROWS);
    SoftAssertions softly = new SoftAssertions();
    try (LightGbmModel model =
        LightGbmModel.open(ModelPackages.read(AgreementFiles.bytes("package.zip")))) {
      for (int i = 0; i < vectors.length; i++) {
        Eta eta = model.predict(vectors[i]);
        double[] found = {eta.minutes(), eta.p10Minutes(), eta.p90Minutes()};
        softly.assertThat(found).as("row %d", i).containsExactly(expected[i], within(TOLERANCE));
      }
    }
    softly.assertAll();
  }

  @Test
  void theVectorsHaveWhatIsHardToAgreeOn() {
    double[] codes =
        Arrays.stream(new AgreementVectors(AgreementFiles.ROWS_SEED).next(1_000))
            .mapToDouble(vector -> vector[0])
            .toArray();
    assertThat(codes).contains(Double.NaN, -1, 0, 1, 2, 3, 4);
  }
}
