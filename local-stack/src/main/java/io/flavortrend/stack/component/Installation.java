package io.flavortrend.stack.component;

import io.flavortrend.settings.Settings;
import io.flavortrend.stack.StackException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the built jars are.
 *
 * @param project the project's folder
 */
public record Installation(Path project) {
  /**
   * Six times the JVM's thresholds for the optimising compiler. Eight JVMs that start together, and
   * a TaskManager that comes back, gave it a third of their time on two cores, for code that the
   * quick compiler runs well enough; what is truly hot passes these within seconds.
   */
  private static final List<String> LATE_OPTIMISATION =
      List.of(
          "-XX:Tier4InvocationThreshold=30000",
          "-XX:Tier4MinInvocationThreshold=6000",
          "-XX:Tier4CompileThreshold=90000",
          "-XX:Tier4BackEdgeThreshold=240000");

  /** The folder that the {@code flavor} script hands over. */
  public static Installation of(Settings settings) {
    return new Installation(
        settings.path("FLAVOR_PROJECT", Path.of("")).toAbsolutePath().normalize());
  }

  /**
   * A module's jar.
   *
   * @throws StackException when it was not built
   */
  public Path jar(String module) {
    return built(project.resolve(module).resolve("target").resolve(module + ".jar"));
  }

  /**
   * A class path: all jars of a third-party runtime.
   *
   * @throws StackException when it was not built
   */
  public String runtime(String name) {
    return built(project.resolve("local-stack/runtime-" + name + "/target/lib")) + "/*";
  }

  /** The command that starts a JVM; the options given here win. */
  public static List<String> java(String... options) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Duser.timezone=UTC");
    command.add("-XX:+ExitOnOutOfMemoryError");
    // At its default of 21 MB the first threshold is passed a few times while starting, and each
    // time is a full collection of 50 to 200 ms.
    command.add("-XX:MetaspaceSize=128m");
    command.addAll(LATE_OPTIMISATION);
    command.addAll(List.of(options));
    return command;
  }

  private static Path built(Path path) {
    if (!Files.exists(path)) {
      throw new StackException(
          "%s is missing: run './mvnw -DskipTests package' in the project's folder"
              .formatted(path));
    }
    return path;
  }
}
