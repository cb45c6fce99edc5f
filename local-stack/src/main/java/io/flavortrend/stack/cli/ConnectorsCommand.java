package io.flavortrend.stack.cli;

import io.flavortrend.stack.control.ControlClient;
import io.flavortrend.stack.control.StatusReport;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Spec;

/** Lists the connectors. */
@Command(
    name = "connectors",
    description = "Lists Kafka Connect's connectors; the supervisor restarts those that fail.",
    mixinStandardHelpOptions = true)
public final class ConnectorsCommand implements Callable<Integer> {
  @Spec private CommandLine.Model.CommandSpec spec;

  /** Made by picocli, which sets the fields. */
  @SuppressWarnings("NullAway.Init")
  public ConnectorsCommand() {}

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    out.println("%-24s %-10s %s".formatted("CONNECTOR", "STATE", "PROBLEM").stripTrailing());
    for (StatusReport.ConnectorReport connector :
        ControlClient.require(Workplace.here().home()).status().connectors()) {
      out.println(
          "%-24s %-10s %s"
              .formatted(
                  connector.name(),
                  connector.state(),
                  connector.problem() == null ? "" : connector.problem())
              .stripTrailing());
    }
    out.flush();
    return 0;
  }
}
