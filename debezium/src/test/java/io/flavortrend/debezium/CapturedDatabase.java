package io.flavortrend.debezium;

import io.debezium.embedded.Connect;
import io.debezium.engine.DebeziumEngine;
import io.debezium.engine.RecordChangeEvent;
import io.debezium.engine.format.ChangeEventFormat;
import io.flavortrend.initdb.DatabaseRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.config.ConfigTransformer;
import org.apache.kafka.common.config.provider.ConfigProvider;
import org.apache.kafka.common.config.provider.EnvVarConfigProvider;
import org.apache.kafka.connect.source.SourceRecord;

/**
 * A real PostgreSQL prepared by init-db, captured by the shipped connector through the embedded
 * engine: the same JSON, its placeholders resolved by the providers that the worker uses.
 */
final class CapturedDatabase implements AutoCloseable {
  final List<SourceRecord> records = new CopyOnWriteArrayList<>();
  final PostgresServer postgres = new PostgresServer();
  private final DebeziumEngine<RecordChangeEvent<SourceRecord>> engine;
  private final ExecutorService thread = Executors.newSingleThreadExecutor();

  CapturedDatabase(Path secrets) throws IOException, SQLException {
    Files.writeString(secrets.resolve("flavor_cdc.password"), PostgresServer.PASSWORD + "\n");
    engine =
        DebeziumEngine.create(ChangeEventFormat.of(Connect.class))
            .using(engineConfig(secrets))
            .notifying(event -> records.add(event.record()))
            .build();
    thread.execute(engine);
  }

  void execute(String sql) throws SQLException {
    postgres.execute(PostgresServer.DATABASE, DatabaseRole.FLAVOR_APP, sql);
  }

  private Properties engineConfig(Path secrets) {
    ConfigProvider env =
        new EnvVarConfigProvider(
            Map.of(
                "FLAVOR_POSTGRES_HOST",
                "127.0.0.1",
                "FLAVOR_POSTGRES_PORT",
                Integer.toString(postgres.port()),
                "FLAVOR_POSTGRES_DATABASE",
                PostgresServer.DATABASE));
    env.configure(Map.of());
    SecretsProvider secretsProvider = new SecretsProvider();
    secretsProvider.configure(Map.of("dir", secrets.toString()));
    ConnectorDefinition connector = ConnectorDefinition.all().get(0);
    Properties config = new Properties();
    config.putAll(
        new ConfigTransformer(Map.of("env", env, "secrets", secretsProvider))
            .transform(connector.config())
            .data());
    config.setProperty("name", connector.name());
    config.setProperty(
        "offset.storage", "org.apache.kafka.connect.storage.MemoryOffsetBackingStore");
    config.setProperty("offset.flush.interval.ms", "0");
    return config;
  }

  @Override
  public void close() throws Exception {
    engine.close();
    thread.shutdown();
    thread.awaitTermination(10, TimeUnit.SECONDS);
    postgres.close();
  }
}
