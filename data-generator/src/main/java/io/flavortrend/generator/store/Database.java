package io.flavortrend.generator.store;

import io.flavortrend.settings.Secret;
import io.flavortrend.settings.Settings;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/**
 * Where PostgreSQL is, and as whom the application connects. Immutable and thread-safe.
 *
 * @param host the server's host
 * @param port the server's port
 * @param name the database
 * @param user the role
 * @param password the role's password
 */
public record Database(String host, int port, String name, String user, Secret password) {
  /** The application's role. */
  public static final String ROLE = "flavor_app";

  /** The database that the settings name, as the application's role. */
  public static Database from(Settings settings) {
    return new Database(
        settings.text("FLAVOR_POSTGRES_HOST", "127.0.0.1"),
        settings.port("FLAVOR_POSTGRES_PORT", 15432),
        settings.text("FLAVOR_POSTGRES_DATABASE", "flavor"),
        ROLE,
        settings.secret(ROLE + ".password"));
  }

  /**
   * A new connection in auto-commit mode.
   *
   * @param application shown in pg_stat_activity
   * @throws SQLException when the server cannot be reached or refuses
   */
  public Connection connect(String application) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", user);
    properties.setProperty("password", password.reveal());
    properties.setProperty("ApplicationName", application);
    properties.setProperty("connectTimeout", "5");
    properties.setProperty("socketTimeout", "60");
    properties.setProperty("tcpKeepAlive", "true");
    return DriverManager.getConnection(
        "jdbc:postgresql://%s:%d/%s".formatted(host, port, name), properties);
  }
}
