package io.flavortrend.contracts.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.flavortrend.settings.Settings;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The catalogue applied to a real broker. */
class TopicSetupTest {
  @TempDir private static Path data;
  private static Broker broker;
  private static Admin admin;
  private static List<String> first;

  @BeforeAll
  static void start() throws Exception {
    broker = new Broker(data);
    admin = broker.admin();
    // Made by somebody else, differently.
    admin.createTopics(Set.of(new NewTopic("city_kpis", 1, (short) 1))).all().get();
    first = setup().apply(TopicCatalogue.all());
    awaitConfig("city_kpis", "message.timestamp.type", "LogAppendTime");
    awaitConfig("dead_letters", "message.timestamp.type", "LogAppendTime");
  }

  @AfterAll
  static void stop() {
    admin.close();
    broker.close();
  }

  @Test
  void whatIsMissingIsMadeAndWhatDiffersIsSet() throws Exception {
    assertThat(first)
        .contains(
            "created flavor.public.orders",
            "set message.timestamp.type of city_kpis to LogAppendTime",
            "left city_kpis at 1 partitions, the catalogue has 2");
    Map<String, org.apache.kafka.clients.admin.TopicDescription> topics =
        admin.describeTopics(names()).allTopicNames().get();
    assertThat(topics.get("flavor.public.orders").partitions()).hasSize(2);
    for (TopicSpec topic : TopicCatalogue.all()) {
      Config config = config(topic.name());
      topic
          .config()
          .forEach((key, value) -> assertThat(config.get(key).value()).as(key).isEqualTo(value));
    }
  }

  @Test
  void applyingAgainChangesNothing() throws Exception {
    assertThat(setup().apply(TopicCatalogue.all()))
        .containsExactly("left city_kpis at 1 partitions, the catalogue has 2");
  }

  @Test
  void aChangedRetentionIsPutBackAndOtherSettingsStay() throws Exception {
    ConfigResource orders = resource("flavor.public.orders");
    admin
        .incrementalAlterConfigs(
            Map.of(orders, List.of(set("retention.ms", "1"), set("segment.ms", "60000"))))
        .all()
        .get();
    awaitConfig("flavor.public.orders", "retention.ms", "1");

    assertThat(setup().apply(List.of(TopicCatalogue.ORDERS)))
        .containsExactly("set retention.ms of flavor.public.orders to 2592000000");
    assertThat(config("flavor.public.orders").get("segment.ms").value()).isEqualTo("60000");
  }

  @Test
  void theMainTellsByItsExitCode() throws Exception {
    assertThat(ApplyTopics.run(settings(broker.bootstrap()))).isZero();
    assertThat(ApplyTopics.run(settings("nonsense"))).isEqualTo(2);
    int free;
    try (ServerSocket socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
    }
    assertThat(ApplyTopics.run(settings("127.0.0.1:" + free))).isEqualTo(1);
  }

  /** A broker answers from its own image of the metadata, which follows a moment later. */
  private static void awaitConfig(String topic, String key, String value) {
    await()
        .atMost(Duration.ofSeconds(20))
        .ignoreExceptions()
        .until(() -> value.equals(config(topic).get(key).value()));
  }

  private static Settings settings(String bootstrap) {
    return Settings.of(Map.of("FLAVOR_KAFKA_BOOTSTRAP", bootstrap, "FLAVOR_KAFKA_TIMEOUT", "PT2S"));
  }

  private static TopicSetup setup() {
    return new TopicSetup(admin, Optional.of((short) 1));
  }

  private static Collection<String> names() {
    return TopicCatalogue.all().stream().map(TopicSpec::name).toList();
  }

  private static Config config(String topic) throws ExecutionException, InterruptedException {
    ConfigResource resource = resource(topic);
    return admin.describeConfigs(Set.of(resource)).all().get().get(resource);
  }

  private static ConfigResource resource(String topic) {
    return new ConfigResource(ConfigResource.Type.TOPIC, topic);
  }

  private static AlterConfigOp set(String key, String value) {
    return new AlterConfigOp(new ConfigEntry(key, value), AlterConfigOp.OpType.SET);
  }
}
