package io.flavortrend.generator.replay;

import io.flavortrend.contracts.TimeDomain;
import io.flavortrend.generator.store.Database;
import io.flavortrend.settings.InvalidSettingException;
import io.flavortrend.settings.MissingSecretException;
import io.flavortrend.settings.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Replays a file of deliveries through PostgreSQL. Exit code 0 when all is written, 2 for wrong
 * arguments, settings or mapping and for a replay that the database's time domain forbids, 1 for
 * everything else; each failure is one line on standard error.
 */
@Command(name = "replay", description = "Feeds recorded deliveries through PostgreSQL.")
public final class ReplayMain implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  @Option(names = "--file", required = true, description = "CSV, gzipped where it ends in .gz")
  private Path file = Path.of("");

  @Option(names = "--mapping", required = true, description = "what the columns mean (YAML)")
  private Path mappingFile = Path.of("");

  @Option(
      names = "--speed",
      defaultValue = "1",
      description = "simulated over wall time; max: as fast as possible")
  private String speed = "1";

  @Option(
      names = "--rejects",
      defaultValue = "rejects.csv",
      description = "where to list rows not stored, or not as they stood")
  private Path rejectsFile = Path.of("rejects.csv");

  @Option(names = "--progress", description = "JSON file to show how far it is")
  private @Nullable Path progress;

  @Option(names = "--rebase", description = "move the history so that it begins now")
  private boolean rebase;

  @Option(names = "--check", description = "only read file and mapping, and say what is wrong")
  private boolean check;

  private final Settings settings;

  private ReplayMain(Settings settings) {
    this.settings = settings;
  }

  public static void main(String[] args) {
    System.exit(run(Settings.fromEnvironment(), args));
  }

  static int run(Settings settings, String... args) {
    return new CommandLine(new ReplayMain(settings)).execute(args);
  }

  @Override
  public Integer call() {
    try {
      return replay();
    } catch (InvalidSettingException
        | MissingSecretException
        | MappingException
        | IllegalArgumentException e) {
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

  private int replay() throws MappingException, IOException, SQLException, InterruptedException {
    Speed wanted = Speed.of(speed);
    Mapping mapping = MappingReader.read(mappingFile);
    Recording recording;
    try (RejectsFile rejects = new RejectsFile(rejectsFile)) {
      recording = Recording.read(file, mapping, rejects);
    }
    if (check) {
      return 0;
    }
    Database database = Database.from(settings);
    TimeDomain domain =
        StoredDomain.read(
            database,
            settings.choice("FLAVOR_TIME_DOMAIN", TimeDomain.class, TimeDomain.LIVE),
            PATIENCE);
    if (domain == TimeDomain.LIVE && !(rebase && wanted.factor() == 1)) {
      System.err.println(
          "This database lives in real time: replay into it with --speed 1 --rebase, or start a"
              + " stack of its own for the history with"
              + " './flavor up --replay FILE --mapping FILE --speed N' in another FLAVOR_HOME");
      return 2;
    }
    Replayer.Options options =
        new Replayer.Options(
            mapping.name() + "@" + Fingerprint.of(file, mappingFile),
            wanted,
            domain,
            rebase,
            Clock.systemUTC(),
            PATIENCE);
    new Replayer(database, mapping, recording, options, new ProgressFile(progress)).run();
    System.out.printf(
        "read %d rows: %d stored, %d rejected, %d filtered; %d of the stored were repaired (%s)%n",
        recording.read(),
        recording.orders().size(),
        recording.rejected(),
        recording.filtered(),
        recording.repaired(),
        rejectsFile);
    return 0;
  }
}
