package io.flavortrend.jobs.frame;

import io.flavortrend.contracts.TimeDomain;
import io.flavortrend.settings.InvalidSettingException;
import io.flavortrend.settings.Settings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What every job is told.
 *
 * @param name the job's name: package, consumer group, name in Flink
 * @param timeDomain where event time comes from
 * @param kafkaBootstrap Kafka's bootstrap servers
 * @param database where results are written
 * @param parallelism subtasks of each operator
 * @param checkpointInterval time from one checkpoint to the next
 * @param checkpointsDir where checkpoints are kept, as a URI; null leaves it to the cluster
 * @param bufferTimeout longest time a record waits for a network buffer to fill; zero flushes each
 */
public record JobConfig(
    String name,
    TimeDomain timeDomain,
    String kafkaBootstrap,
    DatabaseConfig database,
    int parallelism,
    Duration checkpointInterval,
    @Nullable URI checkpointsDir,
    Duration bufferTimeout) {

  public static final String TIME_DOMAIN = "FLAVOR_TIME_DOMAIN";
  public static final String KAFKA_BOOTSTRAP = "FLAVOR_KAFKA_BOOTSTRAP";
  public static final String PARALLELISM = "FLAVOR_JOBS_PARALLELISM";
  public static final String CHECKPOINT_INTERVAL = "FLAVOR_JOBS_CHECKPOINT_INTERVAL";
  public static final String CHECKPOINTS_DIR = "FLAVOR_CHECKPOINTS_DIR";
  public static final String BUFFER_TIMEOUT = "FLAVOR_JOBS_BUFFER_TIMEOUT";

  /** Every setting read here. */
  public static final Set<String> KEYS =
      Set.of(
          TIME_DOMAIN,
          KAFKA_BOOTSTRAP,
          DatabaseConfig.HOST,
          DatabaseConfig.PORT,
          DatabaseConfig.DATABASE,
          DatabaseConfig.SECRETS_DIR,
          PARALLELISM,
          CHECKPOINT_INTERVAL,
          CHECKPOINTS_DIR,
          BUFFER_TIMEOUT);

  // At 3 ms the flushing threads of eight jobs wake up 13,000 times a second. That is the price of
  // a
  // page that is never behind, and history needs no such page.
  private static final Map<TimeDomain, Duration> USUAL_BUFFER_TIMEOUTS =
      Map.of(TimeDomain.LIVE, Duration.ofMillis(3), TimeDomain.LOG, Duration.ofMillis(50));

  /**
   * Reads the settings. One subtask is the default: it keeps up with several times the load that
   * two cores can produce, and eight jobs share them, each subtask with its own consumer, producers
   * and threads.
   *
   * @throws InvalidSettingException naming the key whose value is not allowed
   */
  public static JobConfig from(String name, Settings settings) {
    TimeDomain timeDomain = settings.choice(TIME_DOMAIN, TimeDomain.class, TimeDomain.LIVE);
    return new JobConfig(
        name,
        timeDomain,
        settings.text(KAFKA_BOOTSTRAP, "127.0.0.1:9092"),
        DatabaseConfig.from(settings),
        settings.integer(PARALLELISM, 1, 1, 128),
        atLeastTenMillis(settings, CHECKPOINT_INTERVAL, Duration.ofSeconds(5)),
        checkpointsDir(settings),
        settings.duration(BUFFER_TIMEOUT, usualBufferTimeout(timeDomain)));
  }

  private static Duration usualBufferTimeout(TimeDomain timeDomain) {
    return Objects.requireNonNull(USUAL_BUFFER_TIMEOUTS.get(timeDomain));
  }

  private static Duration atLeastTenMillis(Settings settings, String key, Duration defaultValue) {
    Duration duration = settings.duration(key, defaultValue);
    // Flink refuses intervals below 10 ms, without naming a setting of ours.
    if (duration.compareTo(Duration.ofMillis(10)) < 0) {
      throw new InvalidSettingException(key, duration.toString(), "a duration of PT0.01S or more");
    }
    return duration;
  }

  private static @Nullable URI checkpointsDir(Settings settings) {
    if (!settings.has(CHECKPOINTS_DIR)) {
      return null;
    }
    String text = settings.text(CHECKPOINTS_DIR, "");
    try {
      return text.contains(":/")
          ? URI.create(text)
          : settings.path(CHECKPOINTS_DIR, Path.of("")).toAbsolutePath().normalize().toUri();
    } catch (IllegalArgumentException e) {
      InvalidSettingException invalid =
          new InvalidSettingException(CHECKPOINTS_DIR, text, "a path or a URI");
      invalid.initCause(e);
      throw invalid;
    }
  }
}
