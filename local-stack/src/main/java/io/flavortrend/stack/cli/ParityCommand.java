package io.flavortrend.stack.cli;

import io.flavortrend.stack.StackException;
import io.flavortrend.stack.component.Installation;
import io.flavortrend.stack.component.Platform;
import io.flavortrend.stack.control.ControlClient;
import io.flavortrend.stack.home.JsonFile;
import io.flavortrend.stack.home.StackProfile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Recomputes a sample of predictions from what the topics hold. */
@Command(
    name = "parity",
    description =
        "Recomputes a sample of predictions, and the features behind them, from what the topics hold, and reports every difference.",
    mixinStandardHelpOptions = true)
public final class ParityCommand implements Callable<Integer> {
  @Option(
      names = "--one-in",
      paramLabel = "N",
      defaultValue = "10",
      description = "Take one order in N, by its id; 1 for all. Default: ${DEFAULT-VALUE}.")
  private int oneIn;

  @Option(names = "--json", paramLabel = "FILE", description = "Where to write what was found.")
  private @Nullable Path json;

  /** Made by picocli, which sets the fields. */
  public ParityCommand() {}

  @Override
  public Integer call() throws InterruptedException {
    Workplace workplace = Workplace.here();
    ControlClient.require(workplace.home());
    StackProfile profile =
        new JsonFile<>(workplace.home().state().resolve("stack.json"), StackProfile.class)
            .read()
            .orElseThrow(() -> new StackException("There is no stack in this FLAVOR_HOME"));
    Installation installation = workplace.installation();
    List<String> command = new ArrayList<>(Installation.java("-XX:+UseSerialGC", "-Xmx2g"));
    command.addAll(List.of("-jar", installation.jar("parity").toString()));
    command.addAll(List.of("--one-in", Integer.toString(oneIn)));
    if (json != null) {
      command.addAll(List.of("--json", json.toAbsolutePath().toString()));
    }
    ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
    builder
        .environment()
        .putAll(
            new Platform(workplace.stack(), workplace.home(), installation).environment(profile));
    try {
      return builder.start().waitFor();
    } catch (IOException e) {
      throw new StackException("The recompute cannot be started: " + e.getMessage(), e);
    }
  }
}
