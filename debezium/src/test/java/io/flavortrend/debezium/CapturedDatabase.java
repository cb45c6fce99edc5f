package io.flavortrend.debezium;

import io.debezium.embedded.Connect;
import io.debezium.engine.DebeziumEngine;
import io.debezium.engine.RecordChangeEvent;
import io.debezium.engine.format.ChangeEventFormat;
import io.flavortrend.contracts.TimeDomain;
import io.flavortrend.initdb.DatabaseRole;
import io.flavortrend.initdb.InitDb;
import io.flavortrend.initdb.InitDbConfig;
import io.flavortrend.settings.Secret;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
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
  private static final String DATABASE = "flavor";

  final List<SourceRecord> records = new CopyOnWriteArrayList<>();
  private final EmbeddedPostgres postgres;
  private final DebeziumEngine<RecordChangeEvent<SourceRecord>> engine;
  private final ExecutorService thread = Executors.newSingleThreadExecutor();

  CapturedDatabase(Path secrets) throws IOException, SQLException {
    postgres =
        EmbeddedPostgres.builder()
            .setServerConfig("wal_level", "logical")
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .start();
    new InitDb(initDb(DATABASE, TimeDomain.LIVE)).run();
    Files.writeString(secrets.resolve("flavor_cdc.password"), "pw\n");
    engine =
        DebeziumEngine.create(ChangeEventFormat.of(Connect.class))
            .using(engineConfig(secrets))
            .notifying(event -> records.add(event.record()))
            .build();
    thread.execute(engine);
  }

  InitDbConfig initDb(String database, TimeDomain domain) {
    Map<DatabaseRole, Secret> passwords = new EnumMap<>(DatabaseRole.class);
    for (DatabaseRole role : DatabaseRole.values()) {
      passwords.put(role, new Secret("pw"));
    }
    return new InitDbConfig(
        "127.0.0.1", postgres.getPort(), database, domain, new Secret("postgres"), passwords);
  }

  void execute(String sql) throws SQLException {
    execute(DATABASE, DatabaseRole.FLAVOR_APP, sql);
  }

  void execute(String database, DatabaseRole role, String sql) throws SQLException {
    try (Connection connection = connect(database, role);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  Connection connect(String database, DatabaseRole role) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:%d/%s".formatted(postgres.getPort(), database),
        role.sqlName(),
        "pw");
  }

  private Properties engineConfig(Path secrets) {
    ConfigProvider env =
        new EnvVarConfigProvider(
            Map.of(
                "FLAVOR_POSTGRES_HOST",
                "127.0.0.1",
                "FLAVOR_POSTGRES_PORT",
                Integer.toString(postgres.getPort()),
                "FLAVOR_POSTGRES_DATABASE",
                DATABASE));
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
