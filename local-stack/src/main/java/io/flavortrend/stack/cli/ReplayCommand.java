package io.flavortrend.stack.cli;

import io.flavortrend.stack.StackException;
import io.flavortrend.stack.component.ReplayCheck;
import io.flavortrend.stack.control.ControlClient;
import io.flavortrend.stack.control.StatusReport;
import io.flavortrend.stack.home.StackProfile;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Feeds history into the running stack. */
@Command(
    name = "replay",
    description = "Feeds real history through PostgreSQL as an application would.",
    mixinStandardHelpOptions = true)
public final class ReplayCommand implements Callable<Integer> {
  @Spec private CommandLine.Model.CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "A CSV of deliveries, may be gzipped.")
  private Path file;

  @Option(
      names = "--mapping",
      paramLabel = "FILE",
      description = "What the CSV's columns mean (YAML).")
  private @Nullable Path mapping;

  @Option(
      names = "--speed",
      paramLabel = "N",
      defaultValue = "1",
      description =
          "Simulated seconds per second. A live stack takes 1 only, rebased to now. Default: 1.")
  private double speed;

  /** Made by picocli, which sets the fields. */
  @SuppressWarnings("NullAway.Init")
  public ReplayCommand() {}

  @Override
  public Integer call() {
    Workplace workplace = Workplace.here();
    ControlClient control = ControlClient.require(workplace.home());
    StatusReport status = control.status();
    boolean live = status.timeDomain().equals(StackProfile.Domain.live.code());
    if (live && speed != 1) {
      throw new StackException(
          "This stack runs in live time, where history can only be fed at --speed 1, moved to now; for other speeds start one of its own: FLAVOR_HOME=… ./flavor up --replay %s --mapping … --speed %s"
              .formatted(file, speed));
    }
    StackProfile.Replay replay = ReplayOptions.of(file, mapping, speed, live);
    ReplayCheck.require(workplace.installation(), workplace.home(), replay);
    control.replay(replay);
    spec.commandLine()
        .getOut()
        .println("The replay has begun: './flavor status' shows how far it is.");
    spec.commandLine().getOut().flush();
    return 0;
  }
}
