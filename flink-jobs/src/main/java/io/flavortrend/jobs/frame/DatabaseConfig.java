package io.flavortrend.jobs.frame;

import io.flavortrend.settings.Settings;
import java.io.Serializable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/**
 * The database as the jobs' role sees it. Holds the folder of the secret rather than the secret:
 * this travels inside the job graph, which the cluster stores and shows.
 *
 * @param host host name or address
 * @param port TCP port
 * @param database name of the database
 * @param secretsDir absolute folder with the role's password file, on every process of the cluster
 */
public record DatabaseConfig(String host, int port, String database, String secretsDir)
    implements Serializable {
  public static final String HOST = "FLAVOR_POSTGRES_HOST";
  public static final String PORT = "FLAVOR_POSTGRES_PORT";
  public static final String DATABASE = "FLAVOR_POSTGRES_DATABASE";
  public static final String SECRETS_DIR = Settings.SECRETS_DIR;

  /** The role of all jobs: it may write the schema analytics and nothing else. */
  public static final String ROLE = "flavor_jobs";

  private static final int CONNECT_TIMEOUT_SECONDS = 5;
  private static final int SOCKET_TIMEOUT_SECONDS = 15;

  /**
   * Reads the settings.
   *
   * @throws io.flavortrend.settings.InvalidSettingException naming the key whose value is not
   *     allowed
   */
  public static DatabaseConfig from(Settings settings) {
    return new DatabaseConfig(
        settings.text(HOST, "127.0.0.1"),
        settings.port(PORT, 15_432),
        settings.text(DATABASE, "flavor"),
        settings.path(SECRETS_DIR, Path.of(".flavor", "secrets")).toAbsolutePath().toString());
  }

  /**
   * A new connection with time-outs, the caller's to close.
   *
   * @param applicationName shown in {@code pg_stat_activity}
   * @throws SQLException when the server is away or refuses the role
   * @throws io.flavortrend.settings.MissingSecretException when the password's file is absent
   */
  public Connection connect(String applicationName) throws SQLException {
    Properties properties = new Properties();
    PGProperty.USER.set(properties, ROLE);
    PGProperty.PASSWORD.set(
        properties,
        Settings.of(Map.of(SECRETS_DIR, secretsDir)).secret(ROLE + ".password").reveal());
    PGProperty.APPLICATION_NAME.set(properties, applicationName);
    PGProperty.CONNECT_TIMEOUT.set(properties, CONNECT_TIMEOUT_SECONDS);
    PGProperty.LOGIN_TIMEOUT.set(properties, CONNECT_TIMEOUT_SECONDS);
    PGProperty.SOCKET_TIMEOUT.set(properties, SOCKET_TIMEOUT_SECONDS);
    PGProperty.TCP_KEEP_ALIVE.set(properties, true);
    // Many rows in one statement cost the server and this side half of what one by one they cost.
    PGProperty.REWRITE_BATCHED_INSERTS.set(properties, true);
    String url =
        "jdbc:postgresql://%s:%d/%s"
            .formatted(host, port, URLEncoder.encode(database, StandardCharsets.UTF_8));
    // Not by the DriverManager: it belongs to the JVM, and jobs come and go.
    return Objects.requireNonNull(new Driver().connect(url, properties));
  }

  /**
   * Takes the driver out of the JVM's list, where its class has put itself when it was loaded, and
   * where it would keep the classes of a job alive for ever. Nothing happens where it is no job's
   * own class.
   */
  public static void forgetDriver() {
    if (Driver.class.getClassLoader() == ClassLoader.getSystemClassLoader()) {
      return;
    }
    try {
      if (Driver.isRegistered()) {
        Driver.deregister();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The driver could not be deregistered", e);
    }
  }
}
