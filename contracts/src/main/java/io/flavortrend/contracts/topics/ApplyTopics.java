package io.flavortrend.contracts.topics;

import io.flavortrend.settings.InvalidSettingException;
import io.flavortrend.settings.Settings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;

/** Brings the topics of a cluster to the catalogue, says what it did, and ends. */
public final class ApplyTopics {
  private static final String TIMEOUT_MILLIS = "30000";

  private ApplyTopics() {}

  /**
   * Exit code 0: the topics are as in the catalogue; 1: Kafka refused or did not answer; 2: a
   * setting is wrong.
   *
   * @param arguments none
   */
  public static void main(String[] arguments) {
    System.exit(run(Settings.fromEnvironment()));
  }

  static int run(Settings settings) {
    String bootstrap = settings.text("FLAVOR_KAFKA_BOOTSTRAP", "127.0.0.1:9092");
    try {
      // 0 stands for the broker's default.
      int replication = settings.integer("FLAVOR_KAFKA_REPLICATION", 0, 0, 9);
      List<String> done = apply(bootstrap, replication);
      (done.isEmpty() ? List.of("the topics are as they should be") : done)
          .forEach(System.out::println);
      return 0;
    } catch (InvalidSettingException e) {
      System.err.println(e.getMessage());
      return 2;
    } catch (ExecutionException e) {
      System.err.printf(
          "Kafka at %s does not take the topics: %s%n", bootstrap, e.getCause().getMessage());
      return 1;
    } catch (KafkaException e) {
      System.err.printf("Kafka at %s cannot be reached: %s%n", bootstrap, e.getMessage());
      return 1;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 1;
    }
  }

  private static List<String> apply(String bootstrap, int replication)
      throws ExecutionException, InterruptedException {
    try (Admin admin =
        Admin.create(
            Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS))) {
      return new TopicSetup(
              admin, replication == 0 ? Optional.empty() : Optional.of((short) replication))
          .apply(TopicCatalogue.all());
    }
  }
}
