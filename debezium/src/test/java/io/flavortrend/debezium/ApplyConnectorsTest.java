package io.flavortrend.debezium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.flavortrend.contracts.cdc.CdcRecord.Beat;
import io.flavortrend.contracts.cdc.OrderRow;
import io.flavortrend.contracts.codec.ChangeCodec;
import io.flavortrend.contracts.topics.Broker;
import io.flavortrend.contracts.topics.TopicCatalogue;
import io.flavortrend.contracts.topics.TopicSetup;
import io.flavortrend.settings.Settings;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped connector on a real Kafka Connect, exactly-once, before a real broker. */
class ApplyConnectorsTest {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String NAME = "flavor-postgres";

  @TempDir private static Path folder;
  private static PostgresServer postgres;
  private static Broker broker;
  private static Worker worker;

  @BeforeAll
  static void start() throws Exception {
    postgres = new PostgresServer();
    broker = new Broker(Files.createDirectories(folder.resolve("kafka")));
    try (Admin admin = broker.admin()) {
      new TopicSetup(admin, Optional.of((short) 1)).apply(TopicCatalogue.all());
    }
    worker = Worker.capturing(folder, broker, postgres);
  }

  @AfterAll
  static void stop() throws Exception {
    worker.close();
    broker.close();
    postgres.close();
  }

  @Test
  void theConnectorRunsAndItsBeatsStandInTheirPartitions() throws Exception {
    ConnectorSetup setup = new ConnectorSetup(worker.url(), PATIENCE);
    ConnectorDefinition connector = ConnectorDefinition.all().get(0);

    assertThat(setup.apply(connector)).isIn("created connector " + NAME, asItShouldBe());
    assertThat(setup.apply(connector)).isEqualTo(asItShouldBe());
    assertThat(rest("/config"))
        .contains("${secrets:flavor_cdc.password}")
        .doesNotContain(PostgresServer.PASSWORD);

    assertThat(partitionsWithBeats()).containsExactlyInAnyOrder(0, 1);
  }

  @Test
  void aRefusedConnectorHasConnectsReason() {
    Map<String, String> config = new HashMap<>(ConnectorDefinition.all().get(0).config());
    config.put("connector.class", "io.example.Absent");
    ConnectorSetup setup = new ConnectorSetup(worker.url(), PATIENCE);

    assertThatThrownBy(() -> setup.apply(new ConnectorDefinition("absent", config)))
        .isInstanceOf(ConnectException.class)
        .hasMessageContaining("io.example.Absent");
  }

  @Test
  void noAnswerEndsInOneSentence() {
    assertThatThrownBy(
            () ->
                new ConnectorSetup(URI.create("http://127.0.0.1:9"), Duration.ofMillis(300))
                    .apply(ConnectorDefinition.all().get(0)))
        .isInstanceOf(ConnectException.class)
        .hasMessageContaining("Kafka Connect at http://127.0.0.1:9 does not answer");
  }

  @Test
  void theMainTellsByItsExitCode() throws InterruptedException {
    assertThat(ApplyConnectors.run(Settings.of(Map.of("FLAVOR_CONNECT_URL", "nowhere"))))
        .isEqualTo(2);
    assertThat(
            ApplyConnectors.run(
                Settings.of(
                    Map.of(
                        "FLAVOR_CONNECT_URL",
                        "http://127.0.0.1:9",
                        "FLAVOR_CONNECTOR_TIMEOUT",
                        "PT0.3S"))))
        .isEqualTo(1);
  }

  private static Set<Integer> partitionsWithBeats() {
    ChangeCodec<OrderRow> codec = new ChangeCodec<>(OrderRow.class);
    Set<Integer> found = new HashSet<>();
    try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
      consumer.subscribe(Set.of(TopicCatalogue.ORDERS.name()));
      await()
          .atMost(PATIENCE)
          .until(
              () -> {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(50))) {
                  if (codec.decode(record.value()).orElseThrow() instanceof Beat<OrderRow> beat) {
                    assertThat(beat.partition()).isEqualTo(record.partition());
                    assertThat(beat.proof()).isTrue();
                    found.add(record.partition());
                  }
                }
                return found.size() == 2;
              });
    }
    return found;
  }

  private static KafkaConsumer<byte[], byte[]> consumer() {
    return new KafkaConsumer<>(
        Map.of(
            "bootstrap.servers", broker.bootstrap(),
            "group.id", "test",
            "auto.offset.reset", "earliest",
            "isolation.level", "read_committed"),
        new ByteArrayDeserializer(),
        new ByteArrayDeserializer());
  }

  private static String asItShouldBe() {
    return "connector %s is as it should be".formatted(NAME);
  }

  private static String rest(String path) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(worker.url() + "/connectors/" + NAME + path)).build(),
            BodyHandlers.ofString())
        .body();
  }
}
