package io.flavortrend.stack.train;

import io.flavortrend.stack.StackException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The virtual environment of ml-training: made from its lock file at first use, and anew when that
 * changes. Nothing outside its folder is touched.
 */
public final class PythonEnvironment {
  private static final List<String> INTERPRETERS = List.of("python3.11", "python3");
  private static final String VERSION = "Python 3.11";

  private final Path sources;
  private final Path folder;
  private final Consumer<String> progress;

  /**
   * @param sources the folder ml-training
   * @param folder of the virtual environment
   * @param progress is told each line of what takes long
   */
  public PythonEnvironment(Path sources, Path folder, Consumer<String> progress) {
    this.sources = sources;
    this.folder = folder;
    this.progress = progress;
  }

  /**
   * Runs {@code python -m flavor_training}; its standard error is progress.
   *
   * @throws StackException with the last line of standard error, when it fails
   */
  public void run(List<String> arguments) {
    install();
    List<String> command =
        new ArrayList<>(List.of(folder.resolve("bin/python").toString(), "-m", "flavor_training"));
    command.addAll(arguments);
    execute(command, "The training ended early: ");
  }

  private void install() {
    Path lock = sources.resolve("requirements.lock");
    String wanted = fingerprint(lock);
    Path stamp = folder.resolve("installed.sha256");
    try {
      if (Files.exists(stamp) && Files.readString(stamp).equals(wanted)) {
        return;
      }
      progress.accept("Installing the Python packages of ml-training, once; takes a minute or two");
      execute(
          List.of(interpreter(), "-m", "venv", "--clear", folder.toString()),
          "The virtual environment cannot be made (Debian: apt-get install python3-venv): ");
      execute(
          List.of(
              folder.resolve("bin/python").toString(),
              "-m",
              "pip",
              "install",
              "--quiet",
              "--disable-pip-version-check",
              "--requirement",
              lock.toString()),
          "The packages cannot be installed: ");
      Files.writeString(stamp, wanted);
    } catch (IOException e) {
      throw new StackException("%s cannot be written: %s".formatted(folder, e.getMessage()), e);
    }
  }

  private static String interpreter() {
    for (String candidate : INTERPRETERS) {
      try {
        Process process =
            new ProcessBuilder(candidate, "--version").redirectErrorStream(true).start();
        try (InputStream said = process.getInputStream()) {
          String version = new String(said.readAllBytes(), StandardCharsets.UTF_8);
          if (process.waitFor() == 0 && version.startsWith(VERSION)) {
            return candidate;
          }
        }
      } catch (IOException notThere) {
        continue;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new StackException("Interrupted while Python was looked for", e);
      }
    }
    throw new StackException(
        "Training needs Python 3.11 on the PATH (apt-get install python3.11 python3.11-venv); everything else works without");
  }

  private void execute(List<String> command, String failure) {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment());
    String last = "";
    try {
      Process process = builder.start();
      try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          progress.accept(line);
          last = line.isBlank() ? last : line;
        }
      }
      int code = process.waitFor();
      if (code != 0) {
        throw new StackException(failure + last);
      }
    } catch (IOException e) {
      throw new StackException(failure + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackException("Interrupted while training", e);
    }
  }

  private Map<String, String> environment() {
    return Map.of(
        "PYTHONPATH",
        sources.resolve("src").toString(),
        "PYTHONUNBUFFERED",
        "1",
        "PYTHONDONTWRITEBYTECODE",
        "1");
  }

  private static String fingerprint(Path lock) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(Files.readAllBytes(lock)));
    } catch (IOException e) {
      throw new StackException("%s cannot be read".formatted(lock), e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
