package io.flavortrend.stack.cli;

import io.flavortrend.stack.StackException;
import io.flavortrend.stack.home.FlavorHome;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows a component's log. */
@Command(name = "logs", description = "Shows a component's log.", mixinStandardHelpOptions = true)
public final class LogsCommand implements Callable<Integer> {
  @Spec private CommandLine.Model.CommandSpec spec;

  @Parameters(paramLabel = "NAME", description = "The component's name, as in status.")
  private String name;

  @Option(
      names = {"-n", "--lines"},
      defaultValue = "200",
      description = "How many of the last lines. Default: 200.")
  private int lines;

  @Option(
      names = {"-f", "--follow"},
      description = "Go on with what is written from now on.")
  private boolean follow;

  /** Made by picocli, which sets the fields. */
  @SuppressWarnings("NullAway.Init")
  public LogsCommand() {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    FlavorHome home = Workplace.here().home();
    Path log = home.logs().resolve(name + ".log").normalize();
    if (!log.startsWith(home.logs()) || !Files.exists(log)) {
      throw new StackException(
          "'%s' has no log: allowed is one of %s".formatted(name, available(home)));
    }
    PrintWriter out = spec.commandLine().getOut();
    List<String> all = Files.readAllLines(log, StandardCharsets.UTF_8);
    all.subList(Math.max(0, all.size() - lines), all.size()).forEach(out::println);
    out.flush();
    if (follow) {
      follow(log, out);
    }
    return 0;
  }

  private static void follow(Path log, PrintWriter out) throws IOException, InterruptedException {
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
      file.seek(file.length());
      byte[] buffer = new byte[8192];
      while (!out.checkError()) {
        int read = file.read(buffer);
        if (read > 0) {
          out.print(new String(buffer, 0, read, StandardCharsets.UTF_8));
          out.flush();
        } else {
          Thread.sleep(200);
        }
      }
    }
  }

  private static String available(FlavorHome home) throws IOException {
    if (!Files.isDirectory(home.logs())) {
      return "(none, nothing was started yet)";
    }
    try (Stream<Path> logs = Files.list(home.logs())) {
      return logs.map(log -> log.getFileName().toString())
          .filter(file -> file.endsWith(".log"))
          .map(file -> file.substring(0, file.length() - ".log".length()))
          .sorted()
          .collect(Collectors.joining(", "));
    }
  }
}
