package io.flavortrend.stack.cli;

import io.flavortrend.stack.component.Installation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures the platform; the measurements themselves live in e2e-tests. */
@Command(
    name = "bench",
    description =
        "Measures one of start, cdc, latency, throughput, features, sla, predictions, predict, swap,"
            + " backlog, state, memory, capture, or all of them.",
    mixinStandardHelpOptions = true)
public final class BenchCommand implements Callable<Integer> {
  private static final String STANDARD_OUT = "-";

  @Parameters(paramLabel = "NAME", description = "what to measure")
  private String name;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      arity = "0..1",
      fallbackValue = STANDARD_OUT,
      description = "the figures as JSON: into FILE, or without it in place of the table")
  private @Nullable String json;

  /** Made by picocli, which sets the fields. */
  @SuppressWarnings("NullAway.Init")
  public BenchCommand() {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    Workplace workplace = Workplace.here();
    List<String> command = new ArrayList<>(Installation.java("-XX:+UseSerialGC", "-Xmx512m"));
    command.add("-cp");
    command.add(
        workplace.installation().jar("e2e-tests")
            + ":"
            + workplace.installation().project().resolve("e2e-tests/target/lib")
            + "/*");
    command.add("io.flavortrend.e2e.bench.BenchMain");
    command.add(name);
    if (json != null) {
      command.add("--json");
      if (!json.equals(STANDARD_OUT)) {
        command.add(json);
      }
    }
    return new ProcessBuilder(command).inheritIO().start().waitFor();
  }
}
