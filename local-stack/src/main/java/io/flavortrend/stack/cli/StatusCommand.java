package io.flavortrend.stack.cli;

import io.flavortrend.stack.control.ControlClient;
import io.flavortrend.stack.control.StatusReport;
import io.flavortrend.stack.home.JsonFile;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows how everything is. */
@Command(
    name = "status",
    description = "Shows how each component and job is.",
    mixinStandardHelpOptions = true)
public final class StatusCommand implements Callable<Integer> {
  @Spec private CommandLine.Model.CommandSpec spec;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Option(
      names = "--within",
      paramLabel = "SECONDS",
      description = "How long to wait for the jobs to catch up (default: ${DEFAULT-VALUE}).",
      defaultValue = "8")
  private int withinSeconds;

  /** Made by picocli, which sets the fields. */
  @SuppressWarnings("NullAway.Init")
  public StatusCommand() {}

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Optional<StatusReport> report =
        ControlClient.find(Workplace.here().home()).map(control -> control.status(patience()));
    if (json) {
      out.println(JsonFile.MAPPER.writeValueAsString(report.orElse(notRunning())));
    } else if (report.isEmpty()) {
      out.println("Flavor Trend is not running: start it with './flavor up'.");
    } else {
      print(report.get(), out);
    }
    out.flush();
    return 0;
  }

  private Duration patience() {
    if (withinSeconds < 0 || withinSeconds > 600) {
      throw new CommandLine.ParameterException(
          spec.commandLine(),
          "--within is %d: allowed is 0 to 600 seconds".formatted(withinSeconds));
    }
    return Duration.ofSeconds(withinSeconds);
  }

  private static StatusReport notRunning() {
    return new StatusReport(List.of(), List.of(), List.of(), null, "", false, false, List.of());
  }

  private static void print(StatusReport status, PrintWriter out) {
    out.println(row("COMPONENT", "STATE", "PID", "PORT", "UPTIME", ""));
    for (StatusReport.ComponentReport component : status.components()) {
      out.println(
          row(
              component.name(),
              component.state(),
              text(component.pid()),
              text(component.port()),
              component.uptimeSeconds() == null ? "" : component.uptimeSeconds() + " s",
              component.problem() == null ? "" : component.problem()));
    }
    out.println();
    for (StatusReport.ConnectorReport connector : status.connectors()) {
      out.println("connector %s: %s".formatted(connector.name(), connector.state()));
    }
    for (StatusReport.JobReport job : status.jobs()) {
      out.println(
          "job %s: %s, checkpoints %d completed, %d failed"
              .formatted(
                  job.name(), job.state(), job.checkpointsCompleted(), job.checkpointsFailed()));
    }
    StatusReport.ReplayReport replay = status.replay();
    if (replay != null) {
      out.println(
          "replay: %d rows read, %d stored, %d rejected%s"
              .formatted(
                  replay.read(),
                  replay.stored(),
                  replay.rejected(),
                  replay.done() ? ", done" : ""));
    }
    status.problems().forEach(problem -> out.println("problem: " + problem));
    out.println(
        "ready: %s, caught up: %s (%s time)"
            .formatted(status.ready(), status.caughtUp(), status.timeDomain()));
  }

  private static String row(String... cells) {
    return "%-18s %-11s %-8s %-6s %-9s %s".formatted((Object[]) cells).stripTrailing();
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }
}
