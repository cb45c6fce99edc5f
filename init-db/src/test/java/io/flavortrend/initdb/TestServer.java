package io.flavortrend.initdb;

import io.flavortrend.contracts.TimeDomain;
import io.flavortrend.settings.Secret;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A real PostgreSQL server that asks for passwords, as in production. */
final class TestServer implements AutoCloseable {
  final EmbeddedPostgres postgres;

  TestServer() throws IOException, SQLException {
    postgres = EmbeddedPostgres.builder().setServerConfig("wal_level", "logical").start();
    // initdb trusts everybody on this machine: passwords would not be tested.
    execute(
        superuser(),
        """
        create temp table hba (line text);
        insert into hba values
          ('host all postgres 127.0.0.1/32 trust'), ('host all all 127.0.0.1/32 scram-sha-256');
        do $$ begin
          execute format('copy hba to %L', current_setting('hba_file'));
        end $$;
        select pg_reload_conf();""");
  }

  InitDbConfig config(String database, TimeDomain domain) {
    Map<DatabaseRole, Secret> passwords = new EnumMap<>(DatabaseRole.class);
    for (DatabaseRole role : DatabaseRole.values()) {
      passwords.put(role, password(role));
    }
    return new InitDbConfig(
        "127.0.0.1",
        postgres.getPort(),
        database,
        domain,
        domain == TimeDomain.LIVE,
        new Secret("postgres"),
        passwords);
  }

  static Secret password(DatabaseRole role) {
    return new Secret("secret of " + role.sqlName() + " '\\");
  }

  Connection superuser() throws SQLException {
    return DriverManager.getConnection(postgres.getJdbcUrl("postgres", "postgres"));
  }

  Connection connect(String database, DatabaseRole role) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:%d/%s".formatted(postgres.getPort(), database),
        role.sqlName(),
        password(role).reveal());
  }

  static void execute(Connection connection, String sql) throws SQLException {
    try (connection;
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  static List<String> column(Connection connection, String sql) throws SQLException {
    List<String> values = new ArrayList<>();
    try (connection;
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    }
    return values;
  }

  @Override
  public void close() throws IOException {
    postgres.close();
  }
}
