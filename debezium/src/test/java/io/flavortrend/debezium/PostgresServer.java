package io.flavortrend.debezium;

import io.flavortrend.contracts.TimeDomain;
import io.flavortrend.initdb.DatabaseRole;
import io.flavortrend.initdb.InitDb;
import io.flavortrend.initdb.InitDbConfig;
import io.flavortrend.settings.Secret;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.Map;

/** A real PostgreSQL, durable as in production, its database prepared by init-db. */
final class PostgresServer implements AutoCloseable {
  static final String DATABASE = "flavor";
  static final String PASSWORD = "pw-of-the-test";

  private final EmbeddedPostgres postgres;

  PostgresServer() throws IOException, SQLException {
    postgres =
        EmbeddedPostgres.builder()
            .setServerConfig("wal_level", "logical")
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .start();
    prepare(DATABASE, TimeDomain.LIVE);
  }

  void prepare(String database, TimeDomain domain) throws SQLException {
    Map<DatabaseRole, Secret> passwords = new EnumMap<>(DatabaseRole.class);
    for (DatabaseRole role : DatabaseRole.values()) {
      passwords.put(role, new Secret(PASSWORD));
    }
    new InitDb(
            new InitDbConfig(
                "127.0.0.1",
                port(),
                database,
                domain,
                domain == TimeDomain.LIVE,
                new Secret("postgres"),
                passwords))
        .run();
  }

  int port() {
    return postgres.getPort();
  }

  void execute(String database, DatabaseRole role, String sql) throws SQLException {
    try (Connection connection = connect(database, role);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  Connection connect(String database, DatabaseRole role) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port(), database), role.sqlName(), PASSWORD);
  }

  @Override
  public void close() throws IOException {
    postgres.close();
  }
}
