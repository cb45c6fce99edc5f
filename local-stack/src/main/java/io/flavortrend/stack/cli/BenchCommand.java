package io.flavortrend.stack.cli;

import io.flavortrend.stack.component.Installation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Measures the platform; the measurements themselves live in e2e-tests. */
@Command(
    name = "bench",
    description =
        "Measures: start, cdc, latency, throughput, memory, capture, all; --json FILE writes the figures.",
    mixinStandardHelpOptions = true)
public final class BenchCommand implements Callable<Integer> {
  @Parameters(paramLabel = "NAME [--json FILE]", arity = "1..*")
  private List<String> arguments;

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
    command.addAll(arguments);
    return new ProcessBuilder(command).inheritIO().start().waitFor();
  }
}
