package io.flavortrend.debezium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsProviderTest {
  @TempDir private Path folder;
  private final SecretsProvider provider = new SecretsProvider();

  @BeforeEach
  void configure() {
    provider.configure(Map.of("dir", folder.toString()));
  }

  @Test
  void aSecretIsItsFilesContent() throws IOException {
    Files.writeString(folder.resolve("flavor_cdc.password"), "s3cret\n");

    assertThat(provider.get("", Set.of("flavor_cdc.password")).data())
        .containsExactly(Map.entry("flavor_cdc.password", "s3cret"));
  }

  @Test
  void anAbsentSecretIsNamed() {
    assertThatThrownBy(() -> provider.get("", Set.of("absent")))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(folder.resolve("absent").toString());
  }

  @Test
  void onlyFilesOfTheFolderAreRead() {
    assertThatThrownBy(() -> provider.get("", Set.of("../passwd")))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("'../passwd' is no file name");
    assertThatThrownBy(() -> provider.get("x")).isInstanceOf(ConfigException.class);
  }
}
