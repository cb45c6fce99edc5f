package io.flavortrend.stack.home;

import io.flavortrend.settings.Settings;
import io.flavortrend.stack.StackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The folder with everything of one stack: {@code .flavor/}, moved by {@code FLAVOR_HOME}.
 *
 * @param root the folder, absolute
 */
public record FlavorHome(Path root) {

  /** The folder that the settings name, by default {@code .flavor} in the project's folder. */
  public static FlavorHome of(Settings settings, Path project) {
    return new FlavorHome(
        settings.path("FLAVOR_HOME", project.resolve(".flavor")).toAbsolutePath().normalize());
  }

  /**
   * Makes the folders.
   *
   * @throws StackException when the folder cannot be written
   */
  public void create() {
    try {
      for (Path folder :
          new Path[] {root, logs(), run(), state(), data(), secrets(), models(), temporary()}) {
        Files.createDirectories(folder);
      }
      Files.setPosixFilePermissions(secrets(), PosixFilePermissions.fromString("rwx------"));
      Files.setPosixFilePermissions(run(), PosixFilePermissions.fromString("rwx------"));
      Path probe = Files.createTempFile(root, "probe", null);
      Files.delete(probe);
    } catch (IOException e) {
      throw new StackException(
          "FLAVOR_HOME is '%s', which cannot be written (%s): free disk space or name another folder"
              .formatted(root, e.getMessage()),
          e);
    }
  }

  /** One log per component. */
  public Path logs() {
    return root.resolve("logs");
  }

  /** What only a running stack needs: process ids, generated configuration, control address. */
  public Path run() {
    return root.resolve("run");
  }

  /** What a stack remembers between runs. */
  public Path state() {
    return root.resolve("state");
  }

  /** PostgreSQL's, Kafka's and Flink's data. */
  public Path data() {
    return root.resolve("data");
  }

  /** One file per secret, readable by the owner alone. */
  public Path secrets() {
    return root.resolve("secrets");
  }

  /** Packages of models that were trained here. */
  public Path models() {
    return root.resolve("models");
  }

  /** Temporary folders of the processes. */
  public Path temporary() {
    return root.resolve("tmp");
  }
}
