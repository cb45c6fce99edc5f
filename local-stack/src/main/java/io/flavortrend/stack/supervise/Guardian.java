package io.flavortrend.stack.supervise;

import io.flavortrend.stack.StackException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A shell that waits for the supervisor to die and then ends what it left behind. It reads a pipe
 * whose other end only the supervisor holds: the end of the pipe is the end of the supervisor, even
 * by SIGKILL.
 */
public final class Guardian implements AutoCloseable {
  private final Process shell;

  private Guardian(Process shell) {
    this.shell = shell;
  }

  /**
   * Starts it.
   *
   * @param reap the command that ends orphaned processes
   * @param log where that command writes
   */
  public static Guardian start(List<String> reap, Path log) {
    List<String> command =
        new ArrayList<>(List.of("sh", "-c", "cat >/dev/null; exec \"$@\"", "flavor-guardian"));
    command.addAll(reap);
    try {
      return new Guardian(
          new ProcessBuilder(Detached.command(command))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start());
    } catch (IOException e) {
      throw new StackException("The guardian process cannot be started: " + e.getMessage(), e);
    }
  }

  /** Ends the guardian: all children were stopped in order. */
  @Override
  public void close() {
    shell.descendants().forEach(ProcessHandle::destroyForcibly);
    shell.destroyForcibly();
  }
}
