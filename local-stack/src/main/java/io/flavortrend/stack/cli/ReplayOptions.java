package io.flavortrend.stack.cli;

import io.flavortrend.stack.StackException;
import io.flavortrend.stack.home.StackProfile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that name a history to feed. */
final class ReplayOptions {
  @Option(names = "--replay", paramLabel = "FILE", description = "Feed the deliveries of this CSV.")
  private @Nullable Path file;

  @Option(
      names = "--mapping",
      paramLabel = "FILE",
      description = "What the CSV's columns mean (YAML).")
  private @Nullable Path mapping;

  @Option(
      names = "--speed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Simulated seconds per second; 0 for as fast as possible. Default: 1.")
  private double speed;

  /** The history; empty where none was named. */
  Optional<StackProfile.Replay> replay() {
    if (file == null) {
      if (mapping != null) {
        throw new StackException("--mapping needs --replay FILE");
      }
      return Optional.empty();
    }
    return Optional.of(of(file, mapping, speed, false));
  }

  /** Checks what was named. */
  static StackProfile.Replay of(Path file, @Nullable Path mapping, double speed, boolean rebase) {
    if (mapping == null) {
      throw new StackException(
          "A replay needs --mapping FILE, which says what the columns of %s mean".formatted(file));
    }
    for (Path needed : new Path[] {file, mapping}) {
      if (!Files.isReadable(needed)) {
        throw new StackException("%s cannot be read".formatted(needed.toAbsolutePath()));
      }
    }
    if (!(speed >= 0 && speed <= 1e9)) {
      throw new StackException(
          "--speed is '%s': allowed is a number from 0 to 1e9".formatted(speed));
    }
    return new StackProfile.Replay(
        file.toAbsolutePath().normalize().toString(),
        mapping.toAbsolutePath().normalize().toString(),
        speed,
        rebase);
  }
}
