package io.flavortrend.stack.cli;

import io.flavortrend.stack.StackException;
import io.flavortrend.stack.home.StackProfile;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that name a history to simulate. */
final class SimulationOptions {
  private static final int MOST_DAYS = 366;

  @Option(
      names = "--simulate",
      paramLabel = "DAYS",
      description = "Simulate so many days as history, as fast as possible.")
  private @Nullable Double days;

  @Option(
      names = "--from",
      paramLabel = "INSTANT",
      defaultValue = "2026-03-02T00:00:00Z",
      description = "When the simulated days begin. Default: ${DEFAULT-VALUE}.")
  private String from = "";

  @Option(
      names = "--rate",
      paramLabel = "N",
      defaultValue = "0.5",
      description = "Simulated orders per second, mean over the week. Default: ${DEFAULT-VALUE}.")
  private double rate;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "Seed of the simulation. Default: ${DEFAULT-VALUE}.")
  private long seed;

  /** The history; empty where none was asked for. */
  Optional<StackProfile.Simulation> simulation() {
    if (days == null) {
      return Optional.empty();
    }
    if (!(days >= 0.01 && days <= MOST_DAYS)) {
      throw new StackException("--simulate is '%s': allowed is 0.01 to 366 days".formatted(days));
    }
    if (!(rate > 0 && rate <= 1_000)) {
      throw new StackException(
          "--rate is '%s': allowed is more than 0, at most 1000 orders per second".formatted(rate));
    }
    try {
      return Optional.of(
          new StackProfile.Simulation(days, Instant.parse(from).toString(), rate, seed));
    } catch (DateTimeParseException e) {
      throw new StackException(
          "--from is '%s': allowed is an instant such as 2026-03-02T00:00:00Z".formatted(from), e);
    }
  }
}
