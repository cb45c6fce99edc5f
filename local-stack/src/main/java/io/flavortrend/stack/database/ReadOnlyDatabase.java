package io.flavortrend.stack.database;

import io.flavortrend.settings.Settings;
import io.flavortrend.stack.component.StackSettings;
import io.flavortrend.stack.home.FlavorHome;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;

/** Connections as the role {@code flavor_read}. Thread-safe. */
public final class ReadOnlyDatabase {
  private final String url;
  private final Settings secrets;

  /** The database of that home. */
  public ReadOnlyDatabase(StackSettings settings, FlavorHome home) {
    url = "jdbc:postgresql://%s:%d/flavor".formatted(settings.host(), settings.postgres());
    secrets = Settings.of(Map.of(Settings.SECRETS_DIR, home.secrets().toString()));
  }

  /**
   * A new connection, which the caller closes.
   *
   * @throws SQLException when the database refuses or does not answer
   */
  public Connection connect() throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", "flavor_read");
    properties.setProperty("password", secrets.secret("flavor_read.password").reveal());
    properties.setProperty("connectTimeout", "5");
    properties.setProperty("ApplicationName", "flavor");
    return DriverManager.getConnection(url, properties);
  }
}
