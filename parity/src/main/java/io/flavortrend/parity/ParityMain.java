package io.flavortrend.parity;

import io.flavortrend.contracts.TimeDomain;
import io.flavortrend.contracts.codec.Json;
import io.flavortrend.settings.InvalidSettingException;
import io.flavortrend.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Recomputes predictions and reports every difference. Exit code 0 where as many came out the same
 * as must, 1 where they did not or Kafka does not answer, 2 for wrong arguments and settings.
 */
@Command(
    name = "parity",
    description =
        "Recomputes a sample of predictions, and the features behind them, from what the topics hold, and reports every difference.",
    mixinStandardHelpOptions = true)
public final class ParityMain implements Callable<Integer> {
  /** What must come out the same without being flagged: all of history, nearly all that is live. */
  private static final double LIVE_SHARE = 0.999;

  /** As the job courier-features reads it. */
  private static final String CITY_TIMEZONE = "FLAVOR_CITY_TIMEZONE";

  @Option(
      names = "--one-in",
      paramLabel = "N",
      defaultValue = "10",
      description = "Take one order in N, by its id; 1 for all. Default: ${DEFAULT-VALUE}.")
  private int oneIn;

  @Option(names = "--json", paramLabel = "FILE", description = "Where to write what was found.")
  private @Nullable Path json;

  private final Settings settings;

  private ParityMain(Settings settings) {
    this.settings = settings;
  }

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new ParityMain(Settings.fromEnvironment())).execute(arguments));
  }

  @Override
  public Integer call() throws IOException {
    if (oneIn < 1) {
      System.err.printf("--one-in is '%d': allowed is 1 or more%n", oneIn);
      return 2;
    }
    TimeDomain domain;
    ZoneId zone;
    try {
      domain = settings.choice("FLAVOR_TIME_DOMAIN", TimeDomain.class, TimeDomain.LIVE);
      zone = zone(settings.text(CITY_TIMEZONE, "Africa/Tunis"));
    } catch (InvalidSettingException e) {
      System.err.println(e.getMessage());
      return 2;
    }
    String bootstrap = settings.text("FLAVOR_KAFKA_BOOTSTRAP", "127.0.0.1:9092");
    Report.Summary found;
    try {
      found =
          new Parity(
                  new TopicScan(bootstrap),
                  domain,
                  zone,
                  line -> System.err.println("parity: " + line))
              .run(oneIn);
    } catch (KafkaException e) {
      System.err.printf("Kafka at %s does not answer: %s%n", bootstrap, e.getMessage());
      return 1;
    }
    if (json != null) {
      Files.write(json, Json.mapper().writeValueAsBytes(found));
    }
    print(found);
    double needed = domain == TimeDomain.LOG ? 1 : LIVE_SHARE;
    return found.shareEqual() >= needed ? 0 : 1;
  }

  private static ZoneId zone(String name) {
    try {
      return ZoneId.of(name);
    } catch (DateTimeException e) {
      InvalidSettingException invalid =
          new InvalidSettingException(CITY_TIMEZONE, name, "a zone such as Africa/Tunis");
      invalid.initCause(e);
      throw invalid;
    }
  }

  private static void print(Report.Summary found) {
    found
        .differences()
        .forEach(
            d ->
                System.out.printf(
                    "%s %s: published %s, recomputed %s%n",
                    d.what(), d.name(), d.published(), d.recomputed()));
    System.out.printf(
        "%d predictions: %d flagged as late, %d different, %.3f %% the same; %d not comparable%n",
        found.predictions(),
        found.flagged(),
        found.different(),
        100 * found.shareEqual(),
        found.incomparable());
    System.out.printf(
        "%d values of features folded anew: %d different%n",
        found.features(), found.featuresDifferent());
  }
}
