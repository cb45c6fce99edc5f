package io.flavortrend.webapi.testing;

import io.flavortrend.contracts.TimeDomain;
import io.flavortrend.initdb.DatabaseRole;
import io.flavortrend.initdb.InitDb;
import io.flavortrend.initdb.InitDbConfig;
import io.flavortrend.settings.Secret;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/** One real PostgreSQL with the whole schema, made by init-db, for all tests of this JVM. */
public final class TestDatabase {
  public static final String PASSWORD = "a password of the tests";
  private static TestDatabase shared;

  private final EmbeddedPostgres postgres;

  private TestDatabase() throws IOException, SQLException {
    postgres =
        EmbeddedPostgres.builder()
            .setServerConfig("wal_level", "logical")
            .setPGStartupWait(Duration.ofMinutes(1))
            .start();
    Map<DatabaseRole, Secret> passwords = new EnumMap<>(DatabaseRole.class);
    for (DatabaseRole role : DatabaseRole.values()) {
      passwords.put(role, new Secret(PASSWORD));
    }
    new InitDb(
            new InitDbConfig(
                "127.0.0.1",
                postgres.getPort(),
                "flavor",
                TimeDomain.LIVE,
                true,
                new Secret("postgres"),
                passwords))
        .run();
  }

  /** The database, started by the first who asks. */
  public static synchronized TestDatabase shared() {
    if (shared == null) {
      try {
        shared = new TestDatabase();
      } catch (IOException | SQLException e) {
        throw new IllegalStateException(e);
      }
    }
    return shared;
  }

  public int port() {
    return postgres.getPort();
  }

  /** Runs statements as the superuser, who may prepare what no role of ours may. */
  public void execute(String sql) {
    try (Connection connection = postgres.getDatabase("postgres", "flavor").getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  public String value(String sql) {
    try (Connection connection = postgres.getDatabase("postgres", "flavor").getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return rows.next() ? rows.getString(1) : null;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
