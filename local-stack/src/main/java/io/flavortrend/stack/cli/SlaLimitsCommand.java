package io.flavortrend.stack.cli;

import io.flavortrend.stack.StackException;
import io.flavortrend.stack.sla.Limits;
import io.flavortrend.stack.sla.LimitsTopic;
import java.io.PrintWriter;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows and changes the limits that the job static-sla judges orders by. */
@Command(
    name = "sla-limits",
    description = "Shows and changes the time allowed for each stage of an order.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
public final class SlaLimitsCommand implements Runnable {
  private static final double MAX_MINUTES = 10_080;

  @Spec private CommandLine.Model.CommandSpec spec;

  /** Made by picocli, which sets the fields. */
  @SuppressWarnings("NullAway.Init")
  public SlaLimitsCommand() {}

  @Override
  public void run() {
    list();
  }

  @Command(
      description = "Lists the limits that were set, in minutes; '-' inherits.",
      mixinStandardHelpOptions = true)
  int list() {
    PrintWriter out = spec.commandLine().getOut();
    out.println(line("CITY", "ACCEPT", "PREPARE", "PICK UP", "DELIVER"));
    for (Map.Entry<String, Limits> entry : topic().read().entrySet()) {
      Limits limits = entry.getValue();
      out.println(
          line(
              entry.getKey(),
              text(limits.acceptMinutes()),
              text(limits.prepareMinutes()),
              text(limits.pickUpMinutes()),
              text(limits.deliverMinutes())));
    }
    out.flush();
    return 0;
  }

  @Command(
      description = "Sets limits; those that are not named stay.",
      mixinStandardHelpOptions = true)
  int set(
      @Option(names = "--city", paramLabel = "ID", description = "Default: all cities.")
          @Nullable Integer city,
      @Option(names = "--accept", paramLabel = "MINUTES", description = "Placed to accepted.")
          @Nullable Double accept,
      @Option(names = "--prepare", paramLabel = "MINUTES", description = "Accepted to ready.")
          @Nullable Double prepare,
      @Option(names = "--pick-up", paramLabel = "MINUTES", description = "Ready to picked up.")
          @Nullable Double pickUp,
      @Option(
              names = "--deliver",
              paramLabel = "MINUTES",
              description = "Placed to delivered, of orders without a promise.")
          @Nullable Double deliver) {
    Limits said =
        new Limits(
            city,
            checked("--accept", accept),
            checked("--prepare", prepare),
            checked("--pick-up", pickUp),
            checked("--deliver", deliver));
    if (said.equals(Limits.unsaid(city))) {
      throw new StackException(
          "Nothing to set: name at least one of --accept, --prepare, --pick-up, --deliver");
    }
    LimitsTopic topic = topic();
    Limits known = topic.read().getOrDefault(Limits.key(city), Limits.unsaid(city));
    topic.write(city, known.overlaidBy(said));
    return list();
  }

  @Command(
      description = "Takes back what was set, for one city or for the default.",
      mixinStandardHelpOptions = true)
  int reset(
      @Option(names = "--city", paramLabel = "ID", description = "Default: the default itself.")
          @Nullable Integer city) {
    topic().write(city, null);
    return list();
  }

  private static @Nullable Double checked(String option, @Nullable Double minutes) {
    if (minutes != null && !(minutes > 0 && minutes <= MAX_MINUTES)) {
      throw new StackException(
          "%s is '%s': allowed is more than 0 and at most %.0f minutes"
              .formatted(option, minutes, MAX_MINUTES));
    }
    return minutes;
  }

  private static String line(
      String city, String accept, String prepare, String pickUp, String deliver) {
    return "%-10s %10s %10s %10s %10s".formatted(city, accept, prepare, pickUp, deliver);
  }

  private static String text(@Nullable Double minutes) {
    return minutes == null ? "-" : minutes.toString();
  }

  private static LimitsTopic topic() {
    return new LimitsTopic(Workplace.here().stack().kafkaBootstrap());
  }
}
