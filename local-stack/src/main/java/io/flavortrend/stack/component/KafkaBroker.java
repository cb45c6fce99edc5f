package io.flavortrend.stack.component;

import io.flavortrend.stack.home.FlavorHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One Kafka broker in KRaft combined mode. */
final class KafkaBroker {
  private final StackSettings settings;
  private final FlavorHome home;
  private final Installation installation;

  KafkaBroker(StackSettings settings, FlavorHome home, Installation installation) {
    this.settings = settings;
    this.home = home;
    this.installation = installation;
  }

  Component component() {
    List<String> command =
        Installation.java(
            "-Xms512m",
            "-Xmx512m",
            "-XX:+UseSerialGC",
            "-XX:MaxDirectMemorySize=128m",
            "-Dlog4j2.configurationFile=" + LogConfiguration.file(home),
            // Else a broker that is killed while it commits leaves transactions open for ever.
            "-javaagent:" + installation.jar("kafka-agent") + "=broker",
            "-cp",
            installation.runtime("kafka"),
            "kafka.Kafka",
            properties().toString());
    return Component.service("kafka")
        .preparation(this::prepare)
        .command(command)
        .address(settings.kafka(), null)
        .health(Health.tcp(settings.host(), settings.kafka()))
        .build();
  }

  private void prepare(Path log) throws IOException, InterruptedException {
    LogConfiguration.write(home);
    Files.writeString(properties(), configuration());
    if (Files.exists(data().resolve("meta.properties"))) {
      return;
    }
    List<String> format = new ArrayList<>(Installation.java("-XX:TieredStopAtLevel=1", "-Xmx128m"));
    format.addAll(
        List.of(
            "-Dlog4j2.configurationFile=" + LogConfiguration.file(home),
            "-cp",
            installation.runtime("kafka"),
            "kafka.tools.StorageTool",
            "format",
            // One stack, one cluster: the id only has to differ from none.
            "--cluster-id",
            "Zmxhdm9yLXRyZW5kLWxvYw",
            "--config",
            properties().toString()));
    Process process =
        new ProcessBuilder(format)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    if (process.waitFor() != 0) {
      throw new IOException("formatting Kafka's log directory failed");
    }
  }

  private String configuration() {
    String host = settings.host();
    return """
    process.roles=broker,controller
    node.id=1
    controller.quorum.voters=1@%s:%d
    controller.listener.names=CONTROLLER
    listeners=PLAINTEXT://%s:%d,CONTROLLER://%s:%d
    advertised.listeners=PLAINTEXT://%s:%d
    inter.broker.listener.name=PLAINTEXT
    log.dirs=%s
    num.network.threads=2
    num.io.threads=4
    num.recovery.threads.per.data.dir=2
    background.threads=2
    # The catalogue in contracts/ makes topics; a misspelt name must fail.
    auto.create.topics.enable=false
    num.partitions=1
    default.replication.factor=1
    offsets.topic.replication.factor=1
    offsets.topic.num.partitions=4
    transaction.state.log.replication.factor=1
    transaction.state.log.min.isr=1
    transaction.state.log.num.partitions=4
    share.coordinator.state.topic.replication.factor=1
    share.coordinator.state.topic.min.isr=1
    # A producer that died must not hold back read_committed readers for the default minute.
    transaction.abort.timed.out.transaction.cleanup.interval.ms=1000
    group.initial.rebalance.delay.ms=0
    # A killed broker may register again only when its former session has timed out.
    broker.session.timeout.ms=5000
    broker.heartbeat.interval.ms=1000
    log.segment.bytes=268435456
    """
        .formatted(
            host,
            settings.kafkaController(),
            settings.bindAddress(),
            settings.kafka(),
            host,
            settings.kafkaController(),
            host,
            settings.kafka(),
            data());
  }

  private Path data() {
    return home.data().resolve("kafka");
  }

  private Path properties() {
    return home.run().resolve("kafka.properties");
  }
}
