package io.flavortrend.generator.study;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Draws the simulation's marginals beside those of public data. */
@Command(
    name = "statistics",
    description =
        "Simulates a week and draws how its deliveries are spread, beside public data where that is"
            + " at hand. Pictures and figures are of aggregates alone.",
    mixinStandardHelpOptions = true)
final class StatisticsCommand implements Callable<Integer> {
  @Spec private CommandLine.Model.CommandSpec spec;
  @Mixin private WorldOption world;

  @Option(names = "--seed", defaultValue = "1", description = "Default: 1.")
  private long seed;

  @Option(names = "--rate", defaultValue = "0.5", description = "Orders per second. Default: 0.5.")
  private double rate;

  @Option(names = "--days", defaultValue = "7", description = "Simulated days. Default: 7.")
  private int days;

  @Option(
      names = "--data",
      description = "Folder with doordash-month/ and modeldata-deliveries/. Default: none.")
  private @Nullable Path data;

  @Option(names = "--out", required = true, description = "Folder for the pictures.")
  private Path out;

  /** Made by picocli, which sets the fields. */
  @SuppressWarnings("NullAway.Init")
  StatisticsCommand() {}

  @Override
  public Integer call() throws SQLException, IOException {
    SimulatedMarginals simulated = SimulatedMarginals.of(world.read(), seed, rate, days);
    Marginals own = simulated.marginals;
    Marginals month = data == null ? new Marginals() : PublicMarginals.month(data);
    Marginals restaurant = data == null ? new Marginals() : PublicMarginals.restaurant(data);
    Files.createDirectories(out);
    draw(
        "delivery",
        new Plot("From placed to delivered", "minutes")
            .line("simulated", own.deliveryMinutes)
            .line("a month, three cities", month.deliveryMinutes)
            .line("one restaurant", restaurant.deliveryMinutes));
    draw(
        "preparation",
        new Plot("From accepted to ready", "minutes").line("simulated", own.preparationMinutes));
    draw(
        "distance",
        new Plot("From restaurant to customer", "kilometres")
            .line("simulated, by road", own.kilometres)
            .line("one restaurant", restaurant.kilometres));
    draw(
        "hours",
        new Plot("When orders are placed", "local hour")
            .line("simulated", own.hours)
            .line("a month, three cities", month.hours)
            .line("one restaurant", restaurant.hours));
    draw(
        "courier-load",
        new Plot("Deliveries of a courier in a day", "deliveries")
            .line("simulated", own.courierLoad)
            .line("a month, three cities", month.courierLoad));
    PrintWriter print = spec.commandLine().getOut();
    print("simulated", own, print);
    print.printf("simulated: cancelled: %.1f %%%n", 100 * simulated.cancelledShare());
    print("a month, three cities", month, print);
    print("one restaurant", restaurant, print);
    print.flush();
    return 0;
  }

  private void draw(String name, Plot plot) throws IOException {
    Files.writeString(out.resolve("simulator-" + name + ".svg"), plot.svg());
  }

  private static void print(String source, Marginals marginals, PrintWriter print) {
    for (Map.Entry<String, String> figure : marginals.figures().entrySet()) {
      print.printf("%s: %s: %s%n", source, figure.getKey(), figure.getValue());
    }
  }
}
