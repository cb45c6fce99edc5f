package io.flavortrend.stack.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flavortrend.settings.Settings;
import io.flavortrend.stack.StackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlavorHomeTest {
  @TempDir private Path directory;

  @Test
  void theFolderIsMovedByItsSetting() {
    assertThat(FlavorHome.of(Settings.of(Map.of()), directory).root())
        .isEqualTo(directory.resolve(".flavor"));
    assertThat(FlavorHome.of(Settings.of(Map.of("FLAVOR_HOME", "/x/y")), directory).root())
        .isEqualTo(Path.of("/x/y"));
  }

  @Test
  void aFolderThatCannotBeWrittenIsNamed() throws IOException {
    Path file = Files.createFile(directory.resolve("file"));

    assertThatThrownBy(() -> new FlavorHome(file.resolve("home")).create())
        .isInstanceOf(StackException.class)
        .hasMessageStartingWith("FLAVOR_HOME is '" + file.resolve("home") + "'");
  }

  @Test
  void secretsAreMadeOnceForTheOwnerAlone() throws IOException {
    FlavorHome home = new FlavorHome(directory);
    home.create();
    new SecretFiles(home.secrets()).create();
    Path key = home.secrets().resolve("token.key");
    String first = Files.readString(key);

    new SecretFiles(home.secrets()).create();

    assertThat(Files.readString(key)).isEqualTo(first).hasSizeGreaterThan(40);
    try (Stream<Path> secrets = Files.list(home.secrets())) {
      assertThat(secrets)
          .allSatisfy(
              secret ->
                  assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
                      .isEqualTo("rw-------"));
    }
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.secrets())))
        .isEqualTo("rwx------");
  }

  @Test
  void theProfileIsKept() {
    FlavorHome home = new FlavorHome(directory);
    home.create();
    JsonFile<StackProfile> file =
        new JsonFile<>(home.state().resolve("stack.json"), StackProfile.class);
    StackProfile profile =
        StackProfile.replaying(
            new StackProfile.Replay("/data/a.csv", "/data/a.yaml", 20_000, false));
    assertThat(file.read()).isEmpty();

    file.write(profile);

    assertThat(file.read()).isEqualTo(Optional.of(profile));
  }

  @Test
  void aDamagedStateFileIsNamed() throws IOException {
    Path file = Files.writeString(directory.resolve("stack.json"), "{\"time_domain\":");

    assertThatThrownBy(() -> new JsonFile<>(file, StackProfile.class).read())
        .isInstanceOf(StackException.class)
        .hasMessageContaining(file.toString());
  }
}
