package io.flavortrend.stack.cli;

import io.flavortrend.stack.StackException;
import io.flavortrend.stack.component.Installation;
import io.flavortrend.stack.supervise.Detached;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Starts this program again as a process that outlives the terminal. */
final class DetachedSupervisor {
  private DetachedSupervisor() {}

  static void start(Workplace workplace) {
    Path log = workplace.home().logs().resolve("supervisor.log");
    try {
      new ProcessBuilder(Detached.command(command(workplace, "up")))
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.to(log.toFile()))
          .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
          .start();
    } catch (IOException e) {
      throw new StackException("The supervisor cannot be started: " + e.getMessage(), e);
    }
  }

  /** This program with other arguments. */
  static List<String> command(Workplace workplace, String verb) {
    List<String> command =
        Installation.java("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx96m");
    command.add("-jar");
    command.add(workplace.installation().jar("local-stack").toString());
    command.add(verb);
    return command;
  }
}
