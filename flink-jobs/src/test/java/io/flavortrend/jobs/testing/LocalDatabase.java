package io.flavortrend.jobs.testing;

import io.flavortrend.jobs.frame.DatabaseConfig;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;

/** A real PostgreSQL with the tables of some migrations, and the jobs' role. */
public final class LocalDatabase implements AutoCloseable {
  private final EmbeddedPostgres postgres;
  private final DatabaseConfig config;

  private LocalDatabase(EmbeddedPostgres postgres, DatabaseConfig config) {
    this.postgres = postgres;
    this.config = config;
  }

  public static LocalDatabase start(Path folder, String... migrations) throws Exception {
    registerDriver();
    EmbeddedPostgres postgres =
        EmbeddedPostgres.builder().setDataDirectory(folder.resolve("data")).start();
    Path secrets = Files.createDirectory(folder.resolve("secrets"));
    Files.writeString(secrets.resolve("flavor_jobs.password"), "secret\n");
    LocalDatabase database =
        new LocalDatabase(
            postgres,
            new DatabaseConfig("127.0.0.1", postgres.getPort(), "postgres", secrets.toString()));
    database.execute("create role flavor_jobs login password 'secret'");
    for (String migration : migrations) {
      database.execute(Migrations.sql(migration));
    }
    database.execute("grant usage on schema analytics to flavor_jobs");
    database.execute(
        "grant select, insert, update on all tables in schema analytics to flavor_jobs");
    return database;
  }

  public DatabaseConfig config() {
    return config;
  }

  public void execute(String sql) throws SQLException {
    try (Connection connection = connect();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The first row, columns as text. */
  public Map<String, @Nullable String> row(String sql) throws SQLException {
    Map<String, @Nullable String> row = new LinkedHashMap<>();
    try (Connection connection = connect();
        var statement = connection.createStatement()) {
      statement.execute("set time zone 'UTC'");
      ResultSet result = statement.executeQuery(sql);
      if (result.next()) {
        for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
          row.put(result.getMetaData().getColumnName(column), result.getString(column));
        }
      }
    }
    return row;
  }

  /** The sinks of a job that ended took the driver away from the JVM, where the server needs it. */
  public static void registerDriver() throws SQLException {
    if (!Driver.isRegistered()) {
      Driver.register();
    }
  }

  private Connection connect() throws SQLException {
    String url = postgres.getJdbcUrl("postgres", "postgres");
    return Objects.requireNonNull(new Driver().connect(url, new Properties()));
  }

  @Override
  public void close() throws IOException {
    postgres.close();
  }
}
