package io.flavortrend.contracts.topics;

import io.flavortrend.settings.InvalidSettingException;
import io.flavortrend.settings.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * Brings the topics of the cluster at {@code FLAVOR_KAFKA_BOOTSTRAP} to the catalogue, says what it
 * did, and ends. {@code FLAVOR_KAFKA_REPLICATION} is the number of copies of a new topic (0, the
 * default: the brokers' own), {@code FLAVOR_KAFKA_TIMEOUT} bounds each request (default half a
 * minute).
 */
public final class ApplyTopics {
  private static final String BOOTSTRAP = "FLAVOR_KAFKA_BOOTSTRAP";

  private ApplyTopics() {}

  /**
   * Exit code 0: the topics are as in the catalogue; 1: Kafka refused or did not answer; 2: a
   * setting is wrong.
   *
   * @param arguments none
   */
  public static void main(String[] arguments) throws InterruptedException {
    // Without a logging backend SLF4J would print three lines about it.
    System.setProperty("slf4j.internal.verbosity", "ERROR");
    System.exit(run(Settings.fromEnvironment()));
  }

  static int run(Settings settings) throws InterruptedException {
    String bootstrap = settings.text(BOOTSTRAP, "127.0.0.1:9092");
    try {
      int replication = settings.integer("FLAVOR_KAFKA_REPLICATION", 0, 0, 9);
      Duration timeout = settings.duration("FLAVOR_KAFKA_TIMEOUT", Duration.ofSeconds(30));
      List<String> done = apply(bootstrap, replication, timeout);
      (done.isEmpty() ? List.of("the topics are as they should be") : done)
          .forEach(System.out::println);
      return 0;
    } catch (InvalidSettingException e) {
      System.err.println(e.getMessage());
      return 2;
    } catch (ExecutionException e) {
      System.err.println(
          e.getCause() instanceof TimeoutException
              ? "Kafka at %s does not answer: start it, or correct %s"
                  .formatted(bootstrap, BOOTSTRAP)
              : "Kafka at %s does not take the topics: %s".formatted(bootstrap, e.getCause()));
      return 1;
    }
  }

  private static List<String> apply(String bootstrap, int replication, Duration timeout)
      throws ExecutionException, InterruptedException {
    try (Admin admin = connect(bootstrap, timeout)) {
      return new TopicSetup(
              admin, replication == 0 ? Optional.empty() : Optional.of((short) replication))
          .apply(TopicCatalogue.all());
    }
  }

  private static Admin connect(String bootstrap, Duration timeout) {
    int millis = (int) Math.min(timeout.toMillis(), Integer.MAX_VALUE);
    try {
      return Admin.create(
          Map.of(
              AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
              bootstrap,
              AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
              millis,
              AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
              Math.min(millis, 10_000)));
    } catch (KafkaException e) {
      InvalidSettingException invalid =
          new InvalidSettingException(BOOTSTRAP, bootstrap, "host:port, several apart by commas");
      invalid.initCause(e);
      throw invalid;
    }
  }
}
