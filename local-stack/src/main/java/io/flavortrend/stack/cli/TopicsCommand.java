package io.flavortrend.stack.cli;

import io.flavortrend.stack.StackException;
import io.flavortrend.stack.topics.TopicReader;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists topics and reads from them. */
@Command(
    name = "topics",
    description = "Lists the topics and reads from them.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
public final class TopicsCommand implements Runnable {
  @Spec private CommandLine.Model.CommandSpec spec;

  /** Made by picocli, which sets the fields. */
  @SuppressWarnings("NullAway.Init")
  public TopicsCommand() {}

  @Override
  public void run() {
    list();
  }

  @Command(
      description = "Lists the topics with partitions and number of records.",
      mixinStandardHelpOptions = true)
  int list() {
    PrintWriter out = spec.commandLine().getOut();
    out.println("%-32s %10s %12s".formatted("TOPIC", "PARTITIONS", "END OFFSET"));
    try (TopicReader reader = reader()) {
      for (TopicReader.TopicSize topic : reader.sizes()) {
        out.println(
            "%-32s %10d %12d".formatted(topic.name(), topic.partitions(), topic.endOffset()));
      }
    }
    out.flush();
    return 0;
  }

  @Command(
      description = "Prints a topic's records as JSON lines, committed ones only.",
      mixinStandardHelpOptions = true)
  int tail(
      @Parameters(paramLabel = "NAME") String name,
      @Option(names = "--from-beginning", description = "Start with the oldest record.")
          boolean fromBeginning,
      @Option(
              names = "--limit",
              paramLabel = "N",
              defaultValue = "0",
              description = "End after so many records. Default: go on.")
          long limit) {
    if (limit < 0) {
      throw new StackException("--limit is '%d': allowed is 0 or more".formatted(limit));
    }
    PrintWriter out = spec.commandLine().getOut();
    try (TopicReader reader = reader()) {
      reader.tail(
          name,
          fromBeginning,
          limit,
          line -> {
            out.println(line);
            return !out.checkError();
          });
    }
    out.flush();
    return 0;
  }

  private static TopicReader reader() {
    return new TopicReader(Workplace.here().stack().kafkaBootstrap());
  }
}
