package io.flavortrend.generator;

import io.flavortrend.contracts.TimeDomain;
import io.flavortrend.generator.store.Database;
import io.flavortrend.initdb.DatabaseRole;
import io.flavortrend.initdb.InitDb;
import io.flavortrend.initdb.InitDbConfig;
import io.flavortrend.settings.Secret;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A database prepared by init-db on the one durable PostgreSQL server of the test run. */
public final class TestDatabase {
  private static final Secret PASSWORD = new Secret("postgres");
  private static int count;

  private final String name;

  private TestDatabase(String name) {
    this.name = name;
  }

  private static final class Server {
    static final EmbeddedPostgres POSTGRES = start();

    private static EmbeddedPostgres start() {
      try {
        // The tests' default would neither survive a crash nor commit at a real server's speed.
        return EmbeddedPostgres.builder()
            .setServerConfig("wal_level", "logical")
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** A new database in that time domain. */
  public static TestDatabase create(TimeDomain domain) {
    return create(domain, domain == TimeDomain.LIVE);
  }

  /** A new database of the log domain in which the simulator finds its world. */
  public static TestDatabase createForSimulatedHistory() {
    return create(TimeDomain.LOG, true);
  }

  private static synchronized TestDatabase create(TimeDomain domain, boolean marketplace) {
    String name = "flavor" + ++count;
    Map<DatabaseRole, Secret> passwords = new EnumMap<>(DatabaseRole.class);
    for (DatabaseRole role : DatabaseRole.values()) {
      passwords.put(role, PASSWORD);
    }
    try {
      new InitDb(
              new InitDbConfig(
                  "127.0.0.1",
                  Server.POSTGRES.getPort(),
                  name,
                  domain,
                  marketplace,
                  PASSWORD,
                  passwords))
          .run();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return new TestDatabase(name);
  }

  /** As the application connects. */
  public Database application() {
    return new Database("127.0.0.1", Server.POSTGRES.getPort(), name, Database.ROLE, PASSWORD);
  }

  /** The values of a query's first column as text. */
  public List<String> column(String sql) {
    List<String> values = new ArrayList<>();
    try (Connection connection = superuser();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return values;
  }

  /** The first value of a query. */
  public String value(String sql) {
    return column(sql).get(0);
  }

  /** The first value of a query as a number. */
  public long number(String sql) {
    return Long.parseLong(value(sql));
  }

  /** Runs a statement as the superuser. */
  public void execute(String sql) {
    try (Connection connection = superuser();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private Connection superuser() throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:%d/%s".formatted(Server.POSTGRES.getPort(), name),
        "postgres",
        PASSWORD.reveal());
  }
}
