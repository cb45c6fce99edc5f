package io.flavortrend.jobs.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flavortrend.features.vector.EtaVector;
import io.flavortrend.inference.modelpackage.ModelPackageException;
import io.flavortrend.inference.testing.TestPackage;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EtaPredictTest {
  private final EtaPredict function = new EtaPredict();
  @TempDir private Path folder;

  @AfterEach
  void close() {
    function.close();
  }

  @Test
  void refusesAVectorOfAnotherSize() {
    assertThatThrownBy(() -> function.eval(null, null, new Double[2]))
        .hasMessage("The vector has 2 numbers, the platform's " + EtaVector.size());
  }

  @Test
  void refusesANameThatTheVectorDoesNotHave() {
    assertThatThrownBy(() -> function.eval(null, null, Map.of("distance", 3.0)))
        .hasMessageStartingWith("The vector has no element distance; it has [stage, hour,");
  }

  @Test
  void refusesAPackageThatIsNotTheOneAnnounced() {
    String uri = TestPackage.of("v1").write(folder).toUri().toString();

    assertThatThrownBy(() -> function.eval(uri, "ab", Map.of()))
        .isInstanceOf(ModelPackageException.class)
        .hasMessageEndingWith("announced is ab");
  }

  @Test
  void refusesWhatIsNoUri() {
    assertThatThrownBy(() -> function.eval("no uri", null, Map.of()))
        .hasMessage("'no uri' is no URI of a model package");
  }

  @Test
  void asksSeveralPackagesInTurn() throws ModelPackageException {
    for (int round = 0; round < 2; round++) {
      for (int residual = 1; residual <= 6; residual++) {
        TestPackage version = TestPackage.of("v" + residual).residuals(residual, 0, 9);
        String uri = version.write(folder).toUri().toString();
        double baseline = (double) function.eval(uri, null, Map.of()).getField(3);

        assertThat(function.eval(uri, null, Map.of()).getField(0)).isEqualTo(baseline + residual);
      }
    }
  }
}
