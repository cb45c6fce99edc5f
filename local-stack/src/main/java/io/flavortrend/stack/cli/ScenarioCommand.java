package io.flavortrend.stack.cli;

import io.flavortrend.access.Role;
import io.flavortrend.stack.StackException;
import io.flavortrend.stack.control.ControlClient;
import io.flavortrend.stack.control.GeneratorClient;
import io.flavortrend.stack.control.GeneratorClient.Scenario;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lets something happen to a simulated city. */
@Command(
    name = "scenario",
    description = "Starts, stops and lists scenarios: rain, promo, outage of couriers.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
public final class ScenarioCommand {
  private static final List<String> KINDS = List.of("rain", "promo", "outage");

  @Spec private CommandLine.Model.CommandSpec spec;

  /** Made by picocli, which sets the fields. */
  @SuppressWarnings("NullAway.Init")
  public ScenarioCommand() {}

  @Command(description = "Lets it happen from now on.", mixinStandardHelpOptions = true)
  int start(
      @Parameters(paramLabel = "KIND", description = "rain, promo or outage.") String kind,
      @Option(
              names = "--city",
              paramLabel = "C",
              required = true,
              description = "Id of the city, 1 is Tunis.")
          int city,
      @Option(
              names = "--minutes",
              paramLabel = "M",
              defaultValue = "30",
              description = "How long it lasts, 1 to 1440. Default: 30.")
          double minutes,
      @Option(
              names = "--strength",
              paramLabel = "S",
              description = "0.05 (hardly to be noticed) to 1. Default: 0.7.")
          @Nullable Double strength) {
    if (!KINDS.contains(kind)) {
      throw new StackException(
          "KIND is '%s': allowed is %s".formatted(kind, String.join(", ", KINDS)));
    }
    print(List.of(generator().start(kind, city, minutes, strength)));
    return 0;
  }

  @Command(description = "Ends a scenario before its time.", mixinStandardHelpOptions = true)
  int stop(@Parameters(paramLabel = "ID", description = "As listed.") long id) {
    print(List.of(generator().stop(id)));
    return 0;
  }

  @Command(description = "Lists the scenarios under way.", mixinStandardHelpOptions = true)
  int list() {
    print(generator().list());
    return 0;
  }

  private void print(List<Scenario> scenarios) {
    PrintWriter out = spec.commandLine().getOut();
    out.println("%-6s %-8s %-6s %-28s %s".formatted("ID", "KIND", "CITY", "UNTIL", "STRENGTH"));
    for (Scenario scenario : scenarios) {
      out.println(
          "%-6d %-8s %-6d %-28s %s"
              .formatted(
                  scenario.id(),
                  scenario.kind(),
                  scenario.cityId(),
                  scenario.endsAt(),
                  scenario.strength()));
    }
    out.flush();
  }

  private static GeneratorClient generator() {
    Workplace workplace = Workplace.here();
    ControlClient.require(workplace.home());
    return new GeneratorClient(
        workplace.stack().url(workplace.stack().generator()),
        LocalToken.sign(workplace, Role.OPERATOR, Duration.ofMinutes(5)));
  }
}
