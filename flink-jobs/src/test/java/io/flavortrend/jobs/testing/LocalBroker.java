package io.flavortrend.jobs.testing;

import io.flavortrend.contracts.topics.TopicCatalogue;
import io.flavortrend.contracts.topics.TopicSetup;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import kafka.tools.StorageTool;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Uuid;

/** A real broker with the catalogue's topics, in a process of its own, for one test class. */
public final class LocalBroker implements AutoCloseable {
  private final Process process;
  private final String bootstrap;

  private LocalBroker(Process process, String bootstrap) {
    this.process = process;
    this.bootstrap = bootstrap;
  }

  public static LocalBroker start(Path folder) throws Exception {
    int port = freePort();
    Path config = writeConfig(folder, port, freePort());
    String[] format = {"format", "-t", Uuid.randomUuid().toString(), "-c", config.toString()};
    if (StorageTool.execute(format, new PrintStream(folder.resolve("format.log").toFile())) != 0) {
      throw new IllegalStateException(Files.readString(folder.resolve("format.log")));
    }
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                "kafka.Kafka",
                config.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("broker.log").toFile())
            .start();
    LocalBroker broker = new LocalBroker(process, "127.0.0.1:" + port);
    try {
      broker.createTopics();
    } catch (Exception e) {
      broker.close();
      throw e;
    }
    return broker;
  }

  public String bootstrap() {
    return bootstrap;
  }

  public Admin admin() {
    return Admin.create(Map.of("bootstrap.servers", bootstrap));
  }

  /** Creates every topic of the platform that is not there. */
  public void createTopics() throws Exception {
    try (Admin admin = admin()) {
      // The client keeps trying until the broker answers.
      new TopicSetup(admin, Optional.of((short) 1)).apply(TopicCatalogue.all());
    }
  }

  private static Path writeConfig(Path folder, int port, int controllerPort) throws IOException {
    return Files.write(
        folder.resolve("server.properties"),
        List.of(
            "process.roles=broker,controller",
            "node.id=1",
            "controller.quorum.voters=1@127.0.0.1:" + controllerPort,
            "controller.listener.names=CONTROLLER",
            "listeners=PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort,
            "listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
            "log.dirs=" + folder.resolve("data"),
            "num.partitions=1",
            // As in the stack: a reader must not make a deleted topic anew in its own shape.
            "auto.create.topics.enable=false",
            "offsets.topic.replication.factor=1",
            "offsets.topic.num.partitions=1",
            "transaction.state.log.replication.factor=1",
            "transaction.state.log.min.isr=1",
            "transaction.state.log.num.partitions=1",
            "group.initial.rebalance.delay.ms=0"));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor(10, TimeUnit.SECONDS);
  }
}
