package io.flavortrend.webapi.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flavortrend.inference.modelpackage.ModelPackageException;
import io.flavortrend.webapi.testing.TestServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackageSourcesTest {
  @TempDir Path folder;

  @Test
  void allowsFilesBelowTheDirectoryOnly() throws IOException {
    Path models = Files.createDirectory(folder.resolve("models"));
    Path secret = Files.writeString(folder.resolve("secret"), "x");
    Path link = Files.createSymbolicLink(models.resolve("link.zip"), secret);
    PackageSources sources = sources(models);

    assertThat(sources.allows(models.resolve("a.zip").toUri())).isTrue();
    assertThat(sources.allows(URI.create("file://" + models + "/../secret"))).isFalse();
    assertThat(sources.allows(secret.toUri())).isFalse();
    assertThat(sources.allows(link.toUri())).isFalse();
    assertThat(sources.allows(URI.create("file://elsewhere/a.zip"))).isFalse();
    assertThat(sources.allows(URI.create("file:a.zip"))).isFalse();
  }

  @Test
  void allowsListedHostsOnly() {
    PackageSources sources = sources(folder);

    assertThat(sources.allows(URI.create("https://Models.example.org/a.zip"))).isTrue();
    assertThat(sources.allows(URI.create("http://169.254.169.254/a.zip"))).isFalse();
    assertThat(sources.allows(URI.create("https://x@models.example.org/a.zip"))).isFalse();
    assertThat(sources.allows(URI.create("https://models.example.org.evil/a.zip"))).isFalse();
    assertThat(sources.allows(URI.create("ftp://models.example.org/a.zip"))).isFalse();
  }

  @Test
  void allowsModelsOfTheClassPathOnly() {
    PackageSources sources = sources(folder);

    assertThat(sources.allows(URI.create("classpath:/models/eta.zip"))).isTrue();
    assertThat(sources.allows(URI.create("classpath:/models/../db/migration/V1.sql"))).isFalse();
    assertThat(sources.allows(URI.create("classpath:/application.yml"))).isFalse();
    assertThat(sources.allows(URI.create("classpath:models/eta.zip"))).isFalse();
    assertThat(sources.allows(URI.create("models/eta.zip"))).isFalse();
  }

  @Test
  void fetchesNothingElseEither() {
    assertThatThrownBy(() -> sources(folder).fetch(URI.create("file:///etc/passwd"), null))
        .isInstanceOf(ModelPackageException.class)
        .hasMessageContaining("FLAVOR_MODELS_DIR");
  }

  private static PackageSources sources(Path models) {
    return new PackageSources(
        TestServer.config(
            Map.of(
                "FLAVOR_MODELS_DIR",
                models.toString(),
                "FLAVOR_MODELS_HOSTS",
                "models.example.org")));
  }
}
