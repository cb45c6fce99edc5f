package io.flavortrend.generator.study;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The verbs of the jar besides running the generator. */
@Command(
    name = "data-generator",
    description = "Runs the generator; with a verb, studies the simulation and ends.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "VERB",
    subcommands = {IrreducibleErrorCommand.class, RoadsCommand.class, StatisticsCommand.class})
public final class StudyCommands {
  /** Made by {@link #run}. */
  private StudyCommands() {}

  /** Runs the verb; the answer is the exit code: 0, 1 where it failed, 2 for a wrong argument. */
  public static int run(String... args) {
    return new CommandLine(new StudyCommands())
        .setExecutionExceptionHandler(
            (failure, command, result) -> {
              command.getErr().println(failure.getMessage());
              return 1;
            })
        .execute(args);
  }
}
