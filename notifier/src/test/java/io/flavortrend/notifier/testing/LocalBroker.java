package io.flavortrend.notifier.testing;

import io.flavortrend.contracts.topics.TopicCatalogue;
import io.flavortrend.contracts.topics.TopicSetup;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/** One real broker with the platform's topics for all tests of this JVM. */
final class LocalBroker {
  private static String shared;

  private LocalBroker() {}

  /** Bootstrap servers; the first who asks starts the broker, which ends with the JVM. */
  static synchronized String shared() {
    if (shared == null) {
      try {
        shared = start();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
    return shared;
  }

  private static String start() throws Exception {
    Path data = Files.createTempDirectory("broker");
    int port = freePort();
    int controllerPort = freePort();
    Properties properties = new Properties();
    properties.putAll(
        Map.of(
            "process.roles", "broker,controller",
            "node.id", "1",
            "controller.quorum.voters", "1@127.0.0.1:" + controllerPort,
            "listeners",
                "PLAINTEXT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d"
                    .formatted(port, controllerPort),
            "controller.listener.names", "CONTROLLER",
            "log.dirs", data.toString(),
            "num.network.threads", "1",
            "num.io.threads", "1",
            "offsets.topic.replication.factor", "1"));
    new Formatter()
        .setClusterId(Uuid.randomUuid().toString())
        .setNodeId(1)
        .setControllerListenerName("CONTROLLER")
        .addDirectory(data.toString())
        .setMetadataLogDirectory(data.toString())
        .setPrintStream(System.err)
        .run();
    new KafkaRaftServer(new KafkaConfig(properties), Time.SYSTEM).startup();
    String bootstrap = "127.0.0.1:" + port;
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
      var unused =
          new TopicSetup(admin, Optional.of((short) 1))
              .apply(
                  List.of(
                      TopicCatalogue.ORDERS,
                      TopicCatalogue.CITY_KPIS,
                      TopicCatalogue.SLA_VIOLATIONS,
                      TopicCatalogue.ETA_PREDICTIONS,
                      TopicCatalogue.DYNAMIC_SLA_VIOLATIONS,
                      TopicCatalogue.DEAD_LETTERS));
    }
    return bootstrap;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
