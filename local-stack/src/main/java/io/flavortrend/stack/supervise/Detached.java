package io.flavortrend.stack.supervise;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Starts a process in a session of its own, so that Ctrl-C in the terminal reaches the supervisor
 * alone, which then stops its children in order.
 */
public final class Detached {
  private static final Path SETSID = Path.of("/usr/bin/setsid");

  private Detached() {}

  /** The command to start; unchanged on systems without {@code setsid}. */
  public static List<String> command(List<String> command) {
    if (!Files.isExecutable(SETSID)) {
      return command;
    }
    List<String> detached = new ArrayList<>();
    detached.add(SETSID.toString());
    detached.addAll(command);
    return detached;
  }
}
