package io.flavortrend.generator.study;

import io.flavortrend.contracts.codec.Json;
import io.flavortrend.generator.simulation.Micros;
import io.flavortrend.generator.simulation.Pace;
import io.flavortrend.generator.simulation.Resimulation;
import io.flavortrend.generator.simulation.Resimulation.Relived;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes the irreducible error to a file. */
@Command(
    name = "irreducible-error",
    description =
        "Lives orders again and again from the moment at which they were placed, and writes how far"
            + " the median of the futures is from what came about. The database is not written to.",
    mixinStandardHelpOptions = true)
final class IrreducibleErrorCommand implements Callable<Integer> {
  @Spec private CommandLine.Model.CommandSpec spec;
  @Mixin private WorldOption world;

  @Option(names = "--orders", defaultValue = "2000", description = "Default: 2000.")
  private int orders;

  @Option(
      names = "--resimulations",
      defaultValue = "101",
      description = "Futures of each order. Default: 101.")
  private int resimulations;

  @Option(names = "--seed", defaultValue = "1", description = "Default: 1.")
  private long seed;

  @Option(names = "--rate", defaultValue = "3", description = "Orders per second. Default: 3.")
  private double rate;

  @Option(
      names = "--from",
      defaultValue = "2026-11-20T06:00:00Z",
      description = "When the simulated day begins. Default: 2026-11-20T06:00:00Z.")
  private Instant from;

  @Option(names = "--hours", defaultValue = "24", description = "Its length. Default: 24.")
  private double hours;

  @Option(names = "--out", required = true, description = "JSON with the result.")
  private Path out;

  @Option(names = "--rows", description = "CSV with a row for each order. Default: none.")
  private @Nullable Path rows;

  /** Made by picocli, which sets the fields. */
  @SuppressWarnings("NullAway.Init")
  IrreducibleErrorCommand() {}

  /**
   * The result.
   *
   * @param maeMinutes mean of |actual − median of the futures|
   * @param medianMaeMinutes the same for the one number that is best for all orders
   * @param coverage share of the orders between p10 and p90 of their futures
   */
  record Report(
      int orders,
      int resimulations,
      long seed,
      double ordersPerSecond,
      double meanMinutes,
      double maeMinutes,
      double medianMaeMinutes,
      double coverage) {}

  @Override
  public Integer call() throws SQLException, IOException {
    long began = System.nanoTime();
    List<Relived> relived =
        new Resimulation(
                seed,
                world.read(),
                new Pace(rate, false, null),
                Micros.of(from),
                2 * Micros.HOUR,
                (long) (hours * Micros.HOUR),
                orders,
                resimulations)
            .run();
    Report report = report(relived);
    Files.write(out, Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(report));
    if (rows != null) {
      write(relived, rows);
    }
    PrintWriter print = spec.commandLine().getOut();
    print.printf(
        Locale.ROOT,
        "Irreducible error %.2f min over %d orders (one number for all: %.2f min), %.0f s; in %s%n",
        report.maeMinutes(),
        report.orders(),
        report.medianMaeMinutes(),
        (System.nanoTime() - began) / 1e9,
        out);
    print.flush();
    return 0;
  }

  private Report report(List<Relived> relived) {
    double[] actual = relived.stream().mapToDouble(Relived::actual).sorted().toArray();
    double median = actual[actual.length / 2];
    return new Report(
        relived.size(),
        resimulations,
        seed,
        rate,
        Arrays.stream(actual).average().orElse(0),
        relived.stream()
            .mapToDouble(each -> Math.abs(each.actual() - each.median()))
            .average()
            .orElse(0),
        Arrays.stream(actual).map(each -> Math.abs(each - median)).average().orElse(0),
        relived.stream()
                .filter(each -> each.actual() >= each.p10() && each.actual() <= each.p90())
                .count()
            / (double) relived.size());
  }

  private static void write(List<Relived> relived, Path file) throws IOException {
    try (BufferedWriter csv = Files.newBufferedWriter(file)) {
      csv.write("order_id,city_id,restaurant_id,distance_km,actual,median,p10,p90\n");
      for (Relived each : relived) {
        csv.write(
            String.format(
                Locale.ROOT,
                "%d,%d,%d,%.3f,%.3f,%.3f,%.3f,%.3f%n",
                each.orderId(),
                each.cityId(),
                each.restaurantId(),
                each.distanceKm(),
                each.actual(),
                each.median(),
                each.p10(),
                each.p90()));
      }
    }
  }
}
