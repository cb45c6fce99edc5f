package io.flavortrend.e2e.stack;

import java.util.List;

/**
 * How a command ended.
 *
 * @param command what was run
 * @param exitCode its exit code
 * @param out what it printed
 * @param err what it complained
 */
public record CommandResult(List<String> command, int exitCode, String out, String err) {

  /**
   * This result.
   *
   * @throws StackFailure when the command failed
   */
  public CommandResult orThrow() {
    if (exitCode != 0) {
      throw new StackFailure(toString());
    }
    return this;
  }

  /** Everything it wrote. */
  public String text() {
    return out + err;
  }

  @Override
  public String toString() {
    return "%s ended with %d%n%s%s".formatted(String.join(" ", command), exitCode, out, err);
  }
}
