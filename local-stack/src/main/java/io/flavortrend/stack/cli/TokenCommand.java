package io.flavortrend.stack.cli;

import io.flavortrend.access.Role;
import io.flavortrend.stack.StackException;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints a bearer token. */
@Command(
    name = "token",
    description = "Prints a bearer token for scripts on this machine, valid for 12 hours.",
    mixinStandardHelpOptions = true)
public final class TokenCommand implements Callable<Integer> {
  @Spec private CommandLine.Model.CommandSpec spec;

  @Option(
      names = "--role",
      defaultValue = "viewer",
      description = "viewer, operator or admin. Default: viewer.")
  private String role;

  /** Made by picocli, which sets the fields. */
  @SuppressWarnings("NullAway.Init")
  public TokenCommand() {}

  @Override
  public Integer call() {
    Role parsed;
    try {
      parsed = Role.of(role);
    } catch (IllegalArgumentException e) {
      throw new StackException("--role: " + e.getMessage(), e);
    }
    spec.commandLine()
        .getOut()
        .println(LocalToken.sign(Workplace.here(), parsed, Duration.ofHours(12)));
    spec.commandLine().getOut().flush();
    return 0;
  }
}
