package io.flavortrend.stack.component;

import io.flavortrend.stack.home.FlavorHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A Kafka Connect worker in distributed mode, with Debezium and the beat router. */
final class ConnectWorker {
  private final StackSettings settings;
  private final FlavorHome home;
  private final Installation installation;
  private final Map<String, String> environment;

  ConnectWorker(
      StackSettings settings,
      FlavorHome home,
      Installation installation,
      Map<String, String> environment) {
    this.settings = settings;
    this.home = home;
    this.installation = installation;
    this.environment = environment;
  }

  Component component() {
    List<String> command =
        Installation.java(
            "-Xms512m",
            "-Xmx512m",
            "-XX:+UseSerialGC",
            "-Dlog4j2.configurationFile=" + LogConfiguration.file(home),
            // Else a transaction is now and then committed without the position that belongs to it.
            "-javaagent:" + installation.jar("kafka-agent") + "=producer",
            "-cp",
            installation.runtime("connect") + ":" + installation.jar("debezium"),
            "org.apache.kafka.connect.cli.ConnectDistributed",
            properties().toString());
    String url = settings.url(settings.connect());
    return Component.service("connect")
        .after("topics")
        .preparation(this::prepare)
        .command(command)
        .environment(environment)
        .address(settings.connect(), url)
        .health(Health.http(url + "/health"))
        .liveness(Health.responds(url + "/health"))
        .build();
  }

  private void prepare(Path log) throws IOException {
    Path plugins = home.run().resolve("connect-plugins");
    Files.createDirectories(plugins);
    // Connect wants its plugin path to hold something, although all is on the class path.
    Files.writeString(plugins.resolve("README"), "Plugins are on the class path.\n");
    Files.writeString(
        properties(),
        """
        bootstrap.servers=%s
        group.id=flavor-connect
        listeners=%s
        rest.advertised.host.name=%s
        rest.advertised.port=%d
        config.storage.topic=flavor_connect_configs
        config.storage.replication.factor=1
        offset.storage.topic=flavor_connect_offsets
        offset.storage.replication.factor=1
        offset.storage.partitions=1
        status.storage.topic=flavor_connect_status
        status.storage.replication.factor=1
        status.storage.partitions=1
        key.converter=org.apache.kafka.connect.json.JsonConverter
        key.converter.schemas.enable=false
        value.converter=org.apache.kafka.connect.json.JsonConverter
        value.converter.schemas.enable=false
        exactly.once.source.support=enabled
        plugin.path=%s
        plugin.discovery=service_load
        topic.creation.enable=false
        # Passwords reach a connector as references, so that REST never shows one.
        config.providers=env,secrets
        config.providers.env.class=org.apache.kafka.common.config.provider.EnvVarConfigProvider
        config.providers.env.param.allowlist.pattern=FLAVOR_.*
        config.providers.secrets.class=io.flavortrend.debezium.SecretsProvider
        config.providers.secrets.param.dir=%s
        # A worker that died is replaced by itself: waiting five minutes for it helps nobody.
        scheduled.rebalance.max.delay.ms=0
        session.timeout.ms=6000
        heartbeat.interval.ms=1500
        rebalance.timeout.ms=10000
        # Debezium reads the offsets topic to its end each time it confirms. A fetch that just misses
        # the commit marker waits this long, and with it the capture: half a second by default.
        consumer.fetch.max.wait.ms=20
        producer.linger.ms=0
        # A transaction that a killed worker left open holds back whoever reads committed records, its
        # own successor among them, until it times out.
        producer.transaction.timeout.ms=10000
        producer.compression.type=none
        """
            .formatted(
                settings.kafkaBootstrap(),
                "http://%s:%d".formatted(settings.bindAddress(), settings.connect()),
                settings.host(),
                settings.connect(),
                plugins,
                home.secrets()));
  }

  private Path properties() {
    return home.run().resolve("connect.properties");
  }
}
