package io.flavortrend.debezium;

import io.flavortrend.contracts.topics.Broker;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A real Kafka Connect worker, a child process because the connector's placeholders are filled from
 * its environment. Its settings are those that README.md asks for.
 */
final class Worker implements AutoCloseable {
  private final Process process;
  private final int port;

  /** A worker whose connector can reach that database. */
  static Worker capturing(Path folder, Broker broker, PostgresServer postgres) throws IOException {
    Path secrets = Files.createDirectories(folder.resolve("secrets"));
    Files.writeString(secrets.resolve("flavor_cdc.password"), PostgresServer.PASSWORD);
    return new Worker(
        folder,
        broker.bootstrap(),
        Map.of(
            "FLAVOR_POSTGRES_HOST",
            "127.0.0.1",
            "FLAVOR_POSTGRES_PORT",
            Integer.toString(postgres.port()),
            "FLAVOR_POSTGRES_DATABASE",
            PostgresServer.DATABASE,
            "FLAVOR_SECRETS_DIR",
            secrets.toString()));
  }

  private Worker(Path folder, String bootstrap, Map<String, String> environment)
      throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    Path plugins = Files.createDirectories(folder.resolve("plugins"));
    Files.writeString(plugins.resolve("README"), "Plugins are on the class path.");
    Path properties = folder.resolve("worker.properties");
    Files.writeString(
        properties,
        """
        bootstrap.servers=%s
        group.id=test-connect
        listeners=http://127.0.0.1:%d
        config.storage.topic=connect_configs
        offset.storage.topic=connect_offsets
        status.storage.topic=connect_status
        config.storage.replication.factor=1
        offset.storage.replication.factor=1
        status.storage.replication.factor=1
        offset.storage.partitions=1
        status.storage.partitions=1
        key.converter=org.apache.kafka.connect.json.JsonConverter
        value.converter=org.apache.kafka.connect.json.JsonConverter
        plugin.path=%s
        exactly.once.source.support=enabled
        config.providers=env,secrets
        config.providers.env.class=org.apache.kafka.common.config.provider.EnvVarConfigProvider
        config.providers.env.param.allowlist.pattern=FLAVOR_POSTGRES_(HOST|PORT|DATABASE)
        config.providers.secrets.class=io.flavortrend.debezium.SecretsProvider
        connector.client.config.override.policy=All
        plugin.discovery=service_load
        topic.creation.enable=false
        scheduled.rebalance.max.delay.ms=0
        """
            .formatted(bootstrap, port, plugins));
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                "org.apache.kafka.connect.cli.ConnectDistributed",
                properties.toString()));
    builder.environment().putAll(environment);
    process =
        builder
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("worker.log").toFile())
            .start();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + port);
  }

  @Override
  public void close() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor(20, TimeUnit.SECONDS);
  }
}
