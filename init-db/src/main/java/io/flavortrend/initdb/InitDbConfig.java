package io.flavortrend.initdb;

import io.flavortrend.contracts.TimeDomain;
import io.flavortrend.settings.InvalidSettingException;
import io.flavortrend.settings.Secret;
import io.flavortrend.settings.Settings;
import java.util.EnumMap;
import java.util.Map;

/**
 * Where the server is and what the database shall be.
 *
 * @param host the server's host
 * @param port the server's port
 * @param database name of the database, made when absent
 * @param timeDomain the domain that a new database is set up in, and an existing one must have
 * @param marketplace whether the simulator's restaurants, couriers and customers are made
 * @param superuserPassword password of the role {@code postgres}
 * @param passwords the password of each role
 */
public record InitDbConfig(
    String host,
    int port,
    String database,
    TimeDomain timeDomain,
    boolean marketplace,
    Secret superuserPassword,
    Map<DatabaseRole, Secret> passwords) {

  /** Name of the role that makes roles and the database. */
  public static final String SUPERUSER = "postgres";

  private static final String DATABASE = "FLAVOR_POSTGRES_DATABASE";

  /**
   * Defensive copy.
   *
   * @throws InvalidSettingException when the database's name is not a plain identifier
   */
  public InitDbConfig {
    passwords = Map.copyOf(passwords);
    if (!database.matches("[a-z_][a-z0-9_]{0,62}")) {
      throw new InvalidSettingException(
          DATABASE, database, "lower-case letters, digits and underscores, at most 63");
    }
  }

  /** The configuration that the settings ask for. */
  public static InitDbConfig from(Settings settings) {
    Map<DatabaseRole, Secret> passwords = new EnumMap<>(DatabaseRole.class);
    for (DatabaseRole role : DatabaseRole.values()) {
      passwords.put(role, settings.secret(role.secretName()));
    }
    TimeDomain domain = settings.choice("FLAVOR_TIME_DOMAIN", TimeDomain.class, TimeDomain.LIVE);
    return new InitDbConfig(
        settings.text("FLAVOR_POSTGRES_HOST", "127.0.0.1"),
        settings.port("FLAVOR_POSTGRES_PORT", 15432),
        settings.text(DATABASE, "flavor"),
        domain,
        settings.flag("FLAVOR_MARKETPLACE", domain == TimeDomain.LIVE),
        settings.secret("postgres.password"),
        passwords);
  }

  /** JDBC URL of one of the server's databases. */
  String jdbcUrl(String databaseName) {
    return "jdbc:postgresql://%s:%d/%s?ApplicationName=init-db&connectTimeout=10"
        .formatted(host, port, databaseName);
  }

  /** The password of a role. */
  String password(DatabaseRole role) {
    Secret secret = passwords.get(role);
    if (secret == null) {
      throw new IllegalStateException("No password for " + role.sqlName());
    }
    return secret.reveal();
  }
}
