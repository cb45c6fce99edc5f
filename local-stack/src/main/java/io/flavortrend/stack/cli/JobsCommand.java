package io.flavortrend.stack.cli;

import io.flavortrend.stack.control.ControlClient;
import io.flavortrend.stack.control.StatusReport;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Acts on Flink's jobs. */
@Command(
    name = "jobs",
    description = "Lists the Flink jobs and acts on them.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
public final class JobsCommand {
  @Spec private CommandLine.Model.CommandSpec spec;

  /** Made by picocli, which sets the fields. */
  @SuppressWarnings("NullAway.Init")
  public JobsCommand() {}

  @Command(description = "Lists the jobs.", mixinStandardHelpOptions = true)
  int list() {
    PrintWriter out = spec.commandLine().getOut();
    out.println("%-20s %-12s %-34s %s".formatted("JOB", "STATE", "ID", "CHECKPOINTS"));
    for (StatusReport.JobReport job : control().status().jobs()) {
      out.println(
          "%-20s %-12s %-34s %d completed, %d failed"
              .formatted(
                  job.name(),
                  job.state(),
                  job.id() == null ? "" : job.id(),
                  job.checkpointsCompleted(),
                  job.checkpointsFailed()));
    }
    out.flush();
    return 0;
  }

  @Command(
      description = "Starts a job that was cancelled, from its newest checkpoint.",
      mixinStandardHelpOptions = true)
  int submit(@Parameters(paramLabel = "JOB") String job) {
    return act(job, "submit");
  }

  @Command(
      description = "Ends a job; its newest checkpoint stays.",
      mixinStandardHelpOptions = true)
  int cancel(@Parameters(paramLabel = "JOB") String job) {
    return act(job, "cancel");
  }

  @Command(
      description = "Saves a running job's state and prints where.",
      mixinStandardHelpOptions = true)
  int savepoint(@Parameters(paramLabel = "JOB") String job) {
    return act(job, "savepoint");
  }

  @Command(
      description = "Stops a job with a savepoint and starts the jar that is there now from it.",
      mixinStandardHelpOptions = true)
  int upgrade(@Parameters(paramLabel = "JOB") String job) {
    return act(job, "upgrade");
  }

  private int act(String job, String verb) {
    spec.commandLine().getOut().println(control().job(job, verb));
    spec.commandLine().getOut().flush();
    return 0;
  }

  private static ControlClient control() {
    return ControlClient.require(Workplace.here().home());
  }
}
