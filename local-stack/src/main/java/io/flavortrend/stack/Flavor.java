package io.flavortrend.stack;

import io.flavortrend.settings.InvalidSettingException;
import io.flavortrend.settings.MissingSecretException;
import io.flavortrend.stack.cli.BenchCommand;
import io.flavortrend.stack.cli.ConnectorsCommand;
import io.flavortrend.stack.cli.DoctorCommand;
import io.flavortrend.stack.cli.DownCommand;
import io.flavortrend.stack.cli.JobsCommand;
import io.flavortrend.stack.cli.LogsCommand;
import io.flavortrend.stack.cli.ParityCommand;
import io.flavortrend.stack.cli.ReapCommand;
import io.flavortrend.stack.cli.ReplayCommand;
import io.flavortrend.stack.cli.ScenarioCommand;
import io.flavortrend.stack.cli.SlaLimitsCommand;
import io.flavortrend.stack.cli.SqlCommand;
import io.flavortrend.stack.cli.StatusCommand;
import io.flavortrend.stack.cli.TokenCommand;
import io.flavortrend.stack.cli.TopicsCommand;
import io.flavortrend.stack.cli.TrainCommand;
import io.flavortrend.stack.cli.UpCommand;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The {@code flavor} command. */
@Command(
    name = "flavor",
    description = "Runs Flavor Trend on this machine, without Docker.",
    mixinStandardHelpOptions = true,
    version = "Flavor Trend 0.1.0",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      UpCommand.class,
      StatusCommand.class,
      DownCommand.class,
      LogsCommand.class,
      DoctorCommand.class,
      TopicsCommand.class,
      ConnectorsCommand.class,
      JobsCommand.class,
      SlaLimitsCommand.class,
      SqlCommand.class,
      TokenCommand.class,
      ReplayCommand.class,
      ScenarioCommand.class,
      TrainCommand.class,
      ParityCommand.class,
      BenchCommand.class,
      ReapCommand.class
    })
public final class Flavor {
  private static final Logger LOG = LoggerFactory.getLogger(Flavor.class);

  private Flavor() {}

  /** Runs the command line and ends the process with its exit code. */
  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  /** Runs the command line; 0 on success, 1 on failure, 2 on wrong usage or settings. */
  public static int run(String... arguments) {
    return new CommandLine(new Flavor())
        .setExecutionExceptionHandler(Flavor::explain)
        .execute(arguments);
  }

  private static int explain(
      Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
    if (failure instanceof InvalidSettingException) {
      command.getErr().println(failure.getMessage());
      return 2;
    }
    if (failure instanceof StackException || failure instanceof MissingSecretException) {
      command.getErr().println(failure.getMessage());
      LOG.debug("The command failed", failure);
      return 1;
    }
    command.getErr().println("Unexpected failure: " + failure);
    LOG.error("The command failed", failure);
    return 1;
  }
}
