package io.flavortrend.features.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class VectorCatalogueFileTest {
  private static final Path FILE = Path.of("../ml-training/src/flavor_training/eta_vector.json");

  @Test
  void isUpToDate() throws IOException {
    assertThat(Files.exists(FILE) ? Files.readString(FILE) : "")
        .as(
            "the training's vector differs from EtaVector; from the repository's root:"
                + " java -cp feature-store/target/classes:contracts/target/classes"
                + ":contracts/target/lib/*"
                + " io.flavortrend.features.vector.VectorCatalogueFile"
                + " ml-training/src/flavor_training/eta_vector.json")
        .isEqualTo(VectorCatalogueFile.json());
  }
}
