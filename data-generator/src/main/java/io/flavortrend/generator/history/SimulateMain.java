package io.flavortrend.generator.history;

import io.flavortrend.contracts.TimeDomain;
import io.flavortrend.generator.replay.ProgressFile;
import io.flavortrend.generator.replay.StoredDomain;
import io.flavortrend.generator.simulation.Micros;
import io.flavortrend.generator.simulation.Pace;
import io.flavortrend.generator.store.Database;
import io.flavortrend.settings.InvalidSettingException;
import io.flavortrend.settings.MissingSecretException;
import io.flavortrend.settings.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Simulates days of business into a database of the log domain, as fast as it can write. Exit code
 * 0 when all is written, 2 for wrong arguments, settings or a database of the live domain, 1 for
 * everything else; each failure is one line on standard error.
 */
@Command(name = "simulate", description = "Writes days of simulated business as history.")
public final class SimulateMain implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final int MOST_DAYS = 366;

  @Option(names = "--days", required = true, description = "how many days, 0.01 to 366")
  private double days;

  @Option(names = "--from", required = true, description = "when they begin, ISO-8601 with zone")
  private String from = "";

  @Option(names = "--rate", defaultValue = "0.5", description = "orders per second, weekly mean")
  private double rate;

  @Option(names = "--seed", defaultValue = "1", description = "of all random numbers")
  private long seed;

  @Option(names = "--progress", description = "JSON file to show how far it is")
  private @Nullable Path progress;

  private final Settings settings;

  private SimulateMain(Settings settings) {
    this.settings = settings;
  }

  public static void main(String[] args) {
    System.exit(run(Settings.fromEnvironment(), args));
  }

  static int run(Settings settings, String... args) {
    return new CommandLine(new SimulateMain(settings)).execute(args);
  }

  @Override
  public Integer call() {
    try {
      return simulate();
    } catch (InvalidSettingException | MissingSecretException | IllegalArgumentException e) {
      System.err.println(e.getMessage());
      return 2;
    } catch (SQLException e) {
      System.err.println("The database failed: " + e.getMessage());
    } catch (IOException e) {
      System.err.println("A file failed: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return 1;
  }

  private int simulate() throws SQLException, IOException, InterruptedException {
    if (!(days >= 0.01 && days <= MOST_DAYS)) {
      throw new IllegalArgumentException("--days is '%s': allowed is 0.01 to 366".formatted(days));
    }
    if (!(rate > 0 && rate <= Pace.MAX_ORDERS_PER_SECOND)) {
      throw new IllegalArgumentException(
          "--rate is '%s': allowed is more than 0, at most %s"
              .formatted(rate, Pace.MAX_ORDERS_PER_SECOND));
    }
    long start = Micros.of(start());
    Database database = Database.from(settings);
    if (StoredDomain.read(database, TimeDomain.LOG, PATIENCE) == TimeDomain.LIVE) {
      System.err.println(
          "This database lives in real time: simulate history with './flavor up --simulate DAYS'"
              + " in another FLAVOR_HOME");
      return 2;
    }
    SimulatedHistory history =
        new SimulatedHistory(
            database,
            new SimulatedHistory.Plan(
                seed, new Pace(rate, false, null), start, start + (long) (days * 24 * Micros.HOUR)),
            PATIENCE,
            new ProgressFile(progress));
    System.out.printf("%d orders were placed%n", history.write());
    return 0;
  }

  private Instant start() {
    try {
      return Instant.parse(from);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "--from is '%s': allowed is an instant such as 2026-03-02T00:00:00Z".formatted(from), e);
    }
  }
}
