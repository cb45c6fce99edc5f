package io.flavortrend.stack.cli;

import io.flavortrend.stack.StackException;
import io.flavortrend.stack.control.ControlClient;
import io.flavortrend.stack.home.FlavorHome;
import io.flavortrend.stack.home.StackLock;
import io.flavortrend.stack.supervise.ChildRegistry;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.commons.io.FileUtils;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Stops the platform. */
@Command(
    name = "down",
    description = "Stops everything in order, the jobs with savepoints.",
    mixinStandardHelpOptions = true)
public final class DownCommand implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @Spec private CommandLine.Model.CommandSpec spec;

  @Option(names = "--wipe", description = "Also remove all data, state, secrets and logs.")
  private boolean wipe;

  /** Made by picocli, which sets the fields. */
  @SuppressWarnings("NullAway.Init")
  public DownCommand() {}

  @Override
  public Integer call() throws InterruptedException {
    FlavorHome home = Workplace.here().home();
    PrintWriter out = spec.commandLine().getOut();
    if (!Files.isDirectory(home.run())) {
      out.println("Nothing to stop: %s does not exist.".formatted(home.root()));
      out.flush();
      return 0;
    }
    Optional<ControlClient> control = ControlClient.find(home);
    control.ifPresent(ControlClient::stop);
    try (StackLock held = awaitLock(home)) {
      List<String> orphans = new ChildRegistry(home).endOrphans();
      out.println(
          control.isPresent()
              ? "Stopped."
              : orphans.isEmpty()
                  ? "Nothing was running."
                  : "Ended what a killed supervisor had left: " + String.join(", ", orphans));
      if (wipe) {
        wipe(home);
        out.println("Removed the data in %s.".formatted(home.root()));
      }
      out.flush();
    }
    return 0;
  }

  private static StackLock awaitLock(FlavorHome home) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      Optional<StackLock> lock = StackLock.tryLock(home);
      if (lock.isPresent()) {
        return lock.get();
      }
      Thread.sleep(50);
    }
    throw new StackException(
        "The supervisor has not stopped within %d minutes: see %s"
            .formatted(PATIENCE.toMinutes(), home.logs().resolve("supervisor.log")));
  }

  /** The unpacked PostgreSQL binaries stay: they are no data. */
  private static void wipe(FlavorHome home) {
    for (Path folder :
        List.of(
            home.data(), home.state(), home.secrets(), home.temporary(), home.logs(), home.run())) {
      try {
        FileUtils.deleteDirectory(folder.toFile());
      } catch (IOException e) {
        throw new StackException("%s cannot be removed: %s".formatted(folder, e.getMessage()), e);
      }
    }
  }
}
