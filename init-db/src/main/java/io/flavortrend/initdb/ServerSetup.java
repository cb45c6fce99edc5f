package io.flavortrend.initdb;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.postgresql.PGConnection;

/** Makes roles and the database, as the superuser and only here. */
final class ServerSetup {
  /** Two runs at once would both make the same role; the number is arbitrary. */
  private static final long LOCK = 7_063_144_286L;

  private final InitDbConfig config;

  ServerSetup(InitDbConfig config) {
    this.config = config;
  }

  void apply(List<String> done) throws SQLException {
    try (Connection superuser =
            DriverManager.getConnection(
                config.jdbcUrl("postgres"),
                InitDbConfig.SUPERUSER,
                config.superuserPassword().reveal());
        Statement statement = superuser.createStatement()) {
      statement.execute("select pg_advisory_lock(%d)".formatted(LOCK));
      for (DatabaseRole role : DatabaseRole.values()) {
        applyRole(superuser, statement, role, done);
      }
      if (!exists(superuser, "select from pg_database where datname = ?", config.database())) {
        // template0 and C: the same sort order on every machine.
        statement.execute(
            "create database %s owner %s template template0 encoding 'UTF8' locale 'C.UTF-8'"
                .formatted(config.database(), DatabaseRole.FLAVOR_OWNER.sqlName()));
        done.add("created database " + config.database());
      }
    }
  }

  private void applyRole(
      Connection superuser, Statement statement, DatabaseRole role, List<String> done)
      throws SQLException {
    if (!exists(superuser, "select from pg_roles where rolname = ?", role.sqlName())) {
      statement.execute("create role %s login %s".formatted(role.sqlName(), role.attributes()));
      done.add("created role " + role.sqlName());
    }
    if (role.readsOnly()) {
      statement.execute(
          "alter role %s set default_transaction_read_only = on".formatted(role.sqlName()));
    }
    if (role == DatabaseRole.FLAVOR_CDC) {
      // Its only writes are the beats, made on Debezium's streaming thread: waiting there for the
      // disk would hold back every change behind. A beat that a crash takes was never captured.
      statement.execute("alter role %s set synchronous_commit = off".formatted(role.sqlName()));
    }
    // The driver computes the SCRAM verifier: the server's log never sees the password.
    superuser
        .unwrap(PGConnection.class)
        .alterUserPassword(role.sqlName(), config.password(role).toCharArray(), "scram-sha-256");
  }

  private static boolean exists(Connection connection, String sql, String name)
      throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setString(1, name);
      try (ResultSet rows = query.executeQuery()) {
        return rows.next();
      }
    }
  }
}
