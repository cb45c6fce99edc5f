package io.flavortrend.features.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DataDictionaryTest {
  private static final Path DICTIONARY = Path.of("../docs/data-dictionary.md");

  @Test
  void isUpToDate() throws IOException {
    assertThat(Files.exists(DICTIONARY) ? Files.readString(DICTIONARY) : "")
        .as(
            "docs/data-dictionary.md differs from the catalogue; from the repository's root:"
                + " java -cp feature-store/target/classes:contracts/target/classes"
                + ":contracts/target/lib/* io.flavortrend.features.catalogue.DataDictionary"
                + " docs/data-dictionary.md")
        .isEqualTo(DataDictionary.markdown());
  }
}
