package io.flavortrend.e2e.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs programs to their end. Thread-safe. */
public final class Commands {
  private Commands() {}

  /**
   * Runs a program and waits for it.
   *
   * @param command the program and its arguments
   * @param environment on top of this process's own
   * @param patience after that the program is killed
   * @throws StackFailure when it cannot be started or has not ended within the patience
   */
  public static CommandResult run(
      List<String> command, Map<String, String> environment, Duration patience) {
    Path out = null;
    Path err = null;
    try {
      // Files instead of pipes: a process left behind by the program must not hold us up.
      out = Files.createTempFile("command", ".out");
      err = Files.createTempFile("command", ".err");
      ProcessBuilder builder = new ProcessBuilder(command);
      builder.environment().putAll(environment);
      builder.redirectOutput(out.toFile()).redirectError(err.toFile());
      Process process = builder.start();
      process.getOutputStream().close();
      if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly().waitFor();
        throw new StackFailure(
            "%s has not ended within %d s:%n%s%s"
                .formatted(String.join(" ", command), patience.toSeconds(), text(out), text(err)));
      }
      return new CommandResult(command, process.exitValue(), text(out), text(err));
    } catch (IOException e) {
      throw new StackFailure("%s cannot be run".formatted(command), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackFailure("Interrupted while %s ran".formatted(command), e);
    } finally {
      delete(out);
      delete(err);
    }
  }

  private static String text(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }

  private static void delete(@org.jspecify.annotations.Nullable Path file) {
    if (file != null) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        throw new StackFailure("%s cannot be removed".formatted(file), e);
      }
    }
  }
}
