package io.flavortrend.e2e.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.flavortrend.e2e.stack.CommandResult;
import io.flavortrend.e2e.stack.Commands;
import io.flavortrend.e2e.stack.Stack;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each reason not to start is one clear sentence, and nothing is left running. */
@Order(5)
class BadStartIT {
  @TempDir private Path folder;

  @Test
  void aPortInUseIsNamedBeforeAnythingStarts() throws IOException {
    try (ServerSocket taken = new ServerSocket();
        Stack stack = prepare(Map.of())) {
      taken.bind(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), stack.port("FLAVOR_KAFKA_PORT")));
      CommandResult refused = stack.up(List.of());
      assertThat(refused.exitCode()).isEqualTo(1);
      assertThat(refused.err().strip())
          .hasLineCount(1)
          .contains("Port %d is in use".formatted(taken.getLocalPort()), "FLAVOR_KAFKA_PORT");
      assertThat(stack.processes()).isEmpty();
    }
  }

  @Test
  void twoSettingsThatNameTheSamePortAreNamed() {
    try (Stack stack =
        prepare(Map.of("FLAVOR_WEBAPI_PORT", "21999", "FLAVOR_NOTIFIER_PORT", "21999"))) {
      CommandResult refused = stack.up(List.of());
      assertThat(refused.exitCode()).isEqualTo(1);
      assertThat(refused.err()).contains("FLAVOR_WEBAPI_PORT", "FLAVOR_NOTIFIER_PORT", "21999");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "FLAVOR_WEBAPI_PORT, http",
    "FLAVOR_KAFKA_PORT, 70000",
    "FLAVOR_POSTGRES_PORT, -1",
  })
  void aWrongPortNamesKeyValueAndWhatIsAllowed(String key, String value) {
    try (Stack stack = prepare(Map.of(key, value))) {
      CommandResult refused = stack.up(List.of());
      assertThat(refused.exitCode()).isEqualTo(2);
      assertThat(refused.err()).contains("%s is '%s': allowed is".formatted(key, value));
      assertThat(stack.processes()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "FLAVOR_GENERATOR_RATE, fast",
    "FLAVOR_CITY_KPIS_EMIT_INTERVAL, PT1H",
    "FLAVOR_NOTIFIER_HEARTBEAT_SECONDS, 0",
  })
  void aWrongSettingOfAComponentStopsTheStartAndSaysWhy(String key, String value) {
    try (Stack stack = prepare(Map.of(key, value))) {
      CommandResult refused = stack.up(List.of());
      assertThat(refused.exitCode()).as(refused.text()).isNotZero();
      assertThat(refused.text()).contains("%s is '%s': allowed is".formatted(key, value));
    }
  }

  @Test
  void aFlavorHomeBelowAFileIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    Stack stack = prepare(Map.of("FLAVOR_HOME", file.resolve("home").toString()));
    CommandResult refused = stack.up(List.of());
    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.err().strip())
        .hasLineCount(1)
        .contains("FLAVOR_HOME is '%s'".formatted(file.resolve("home")), "cannot be written");
  }

  @Test
  void aFullDiskIsNamed() throws IOException {
    Path disk = Files.createDirectory(folder.resolve("disk"));
    CommandResult mounted =
        Commands.run(
            List.of("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", disk.toString()),
            Map.of(),
            Duration.ofSeconds(10));
    assumeTrue(mounted.exitCode() == 0, "a small disk can only be mounted by root");
    try {
      Files.write(disk.resolve("filler"), new byte[1 << 20]);
    } catch (IOException full) {
      // That is the point.
    }
    try (Stack stack = prepare(Map.of("FLAVOR_HOME", disk.resolve("home").toString()))) {
      CommandResult refused = stack.up(List.of());
      assertThat(refused.exitCode()).as(refused.text()).isEqualTo(1);
      assertThat(refused.text()).contains(disk.toString()).containsIgnoringCase("space");
      assertThat(stack.processes()).isEmpty();
    } finally {
      Commands.run(List.of("umount", "-l", disk.toString()), Map.of(), Duration.ofSeconds(10));
    }
  }

  @Test
  void aDiskThatFillsWhileStartingFailsWithTheReason() throws IOException {
    Path disk = Files.createDirectory(folder.resolve("disk"));
    CommandResult mounted =
        Commands.run(
            List.of("mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", disk.toString()),
            Map.of(),
            Duration.ofSeconds(10));
    assumeTrue(mounted.exitCode() == 0, "a small disk can only be mounted by root");
    try (Stack stack = prepare(Map.of("FLAVOR_HOME", disk.resolve("home").toString()))) {
      CommandResult refused = stack.up(List.of());
      assertThat(refused.exitCode()).as(refused.text()).isEqualTo(1);
      assertThat(refused.text()).containsIgnoringCase("no space left");
      stack.down();
      assertThat(stack.processes()).isEmpty();
    } finally {
      Commands.run(List.of("umount", "-l", disk.toString()), Map.of(), Duration.ofSeconds(10));
    }
  }

  @Test
  void aJavaThatIsMissingOrTooOldIsNamedWithTheRemedy() throws IOException {
    CommandResult missing = script(Map.of("JAVA_HOME", folder.resolve("none").toString()));
    assertThat(missing.exitCode()).isNotZero();
    assertThat(missing.err()).contains("Java is missing", "JDK 17", "JAVA_HOME");

    Path bin = Files.createDirectories(folder.resolve("jdk11/bin"));
    executable(bin.resolve("java"), "echo '    java.specification.version = 11' >&2");
    CommandResult old = script(Map.of("JAVA_HOME", folder.resolve("jdk11").toString()));
    assertThat(old.exitCode()).isNotZero();
    assertThat(old.err()).contains("Java is 11", "17 or newer");
  }

  @Test
  void aNodeThatIsMissingOrTooOldIsNamedWithTheRemedy() throws IOException {
    Path bin = Files.createDirectory(folder.resolve("bin"));
    for (String tool : List.of("bash", "dirname", "sed", "cut", "find", "mkdir", "touch", "env")) {
      executable(bin.resolve(tool), "exec %s \"$@\"".formatted(onPath(tool)));
    }
    Map<String, String> environment =
        Map.of("PATH", bin.toString(), "JAVA_HOME", System.getProperty("java.home"));
    CommandResult missing = script(environment);
    assertThat(missing.exitCode()).isNotZero();
    assertThat(missing.err()).contains("Node.js is missing", "Node 20");

    executable(bin.resolve("node"), "echo v18.19.0");
    CommandResult old = script(environment);
    assertThat(old.exitCode()).isNotZero();
    assertThat(old.err()).contains("Node.js is v18.19.0", "20 or newer");
  }

  @Test
  void nothingRunsWithoutBeingStarted() {
    try (Stack stack = prepare(Map.of())) {
      assertThat(stack.flavor("status").orThrow().out()).contains("not running");
      assertThat(stack.status().ready()).isFalse();
      for (String verb : List.of("connectors", "jobs list")) {
        CommandResult refused = stack.flavor(verb.split(" ", -1));
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err().strip()).hasLineCount(1).contains("not running", "./flavor up");
      }
      CommandResult unknown = stack.flavor("fly");
      assertThat(unknown.exitCode()).isEqualTo(2);
    }
  }

  private Stack prepare(Map<String, String> settings) {
    return Stack.prepare(
        settings.containsKey("FLAVOR_HOME")
            ? settings
            : join(settings, "FLAVOR_HOME", folder.resolve("home").toString()));
  }

  private static Map<String, String> join(Map<String, String> map, String key, String value) {
    Map<String, String> joined = new java.util.HashMap<>(map);
    joined.put(key, value);
    return joined;
  }

  /** {@code ./flavor build} of a copy: with nothing to build it ends where its checks end. */
  private CommandResult script(Map<String, String> environment) throws IOException {
    Path copy = folder.resolve("project").resolve("flavor");
    Files.createDirectories(folder.resolve("project"));
    if (!Files.exists(copy)) {
      Files.copy(Stack.projectFolder().resolve("flavor"), copy);
      Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    return Commands.run(
        List.of(onPath("bash").toString(), copy.toString(), "build"),
        environment,
        Duration.ofSeconds(30));
  }

  private static void executable(Path file, String body) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + body + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static Path onPath(String program) {
    for (String folder : System.getenv("PATH").split(":", -1)) {
      if (Files.isExecutable(Path.of(folder, program))) {
        return Path.of(folder, program);
      }
    }
    throw new AssertionError(program + " is not on the path");
  }
}
