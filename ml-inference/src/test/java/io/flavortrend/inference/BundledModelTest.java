package io.flavortrend.inference;

import static org.assertj.core.api.Assertions.assertThat;

import io.flavortrend.contracts.values.Stage;
import io.flavortrend.features.vector.EtaVector;
import io.flavortrend.inference.modelpackage.ModelPackage;
import io.flavortrend.inference.modelpackage.ModelPackageException;
import io.flavortrend.inference.modelpackage.ModelPackages;
import java.net.URI;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/**
 * The model of the first start: whoever changes the vector has to train it anew (README.md says
 * how), and this says so before a platform starts without it.
 */
class BundledModelTest {
  @Test
  void fitsThePlatformAndKeepsWhatItPromises() throws ModelPackageException {
    ModelPackage bundled =
        ModelPackages.fetch(URI.create("classpath:/models/eta.zip"), null, ModelPackages.MAX_BYTES);

    double mae = bundled.metrics().at("/test/mae").asDouble();
    assertThat(mae).isPositive().isLessThan(bundled.metrics().at("/test/baseline_mae").asDouble());
    assertThat(bundled.metrics().at("/test/coverage").asDouble()).isBetween(0.78, 0.82);
    try (LightGbmModel model = LightGbmModel.open(bundled)) {
      for (Stage stage : Stage.values()) {
        double[] nothingKnown = new double[EtaVector.size()];
        Arrays.fill(nothingKnown, Double.NaN);
        nothingKnown[EtaVector.index("stage")] = stage.ordinal();

        Eta eta = model.predict(nothingKnown);

        assertThat(eta.p10Minutes()).isLessThanOrEqualTo(eta.minutes());
        assertThat(eta.p90Minutes()).isGreaterThanOrEqualTo(eta.minutes());
        assertThat(eta.reasons()).doesNotContain("not_finite");
      }
    }
  }
}
