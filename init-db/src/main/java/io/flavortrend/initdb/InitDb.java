package io.flavortrend.initdb;

import io.flavortrend.initdb.reference.Marketplace;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;

/**
 * Prepares a PostgreSQL server for the platform: roles with their passwords, the database, its
 * migrations, progress beats and reference data. Running it again changes nothing but the
 * passwords, which are set to the configured ones.
 */
public final class InitDb {
  /** Schema of Flyway's own history, apart from the application's tables. */
  static final String HISTORY_SCHEMA = "migrations";

  private final InitDbConfig config;

  /**
   * @param config where the server is and what the database shall be
   */
  public InitDb(InitDbConfig config) {
    this.config = config;
  }

  /**
   * Runs all steps.
   *
   * @return what was done, one sentence each
   * @throws SQLException when the server cannot be reached or refuses
   * @throws org.flywaydb.core.api.FlywayException when a migration fails
   * @throws OtherTimeDomainException when the database was set up in the other time domain
   */
  public List<String> run() throws SQLException {
    List<String> done = new ArrayList<>();
    new ServerSetup(config).apply(done);
    int migrations = migrate();
    done.add("applied %d migrations to %s".formatted(migrations, config.database()));
    try (Connection owner =
        DriverManager.getConnection(
            config.jdbcUrl(config.database()),
            DatabaseRole.FLAVOR_OWNER.sqlName(),
            config.password(DatabaseRole.FLAVOR_OWNER))) {
      owner.setAutoCommit(false);
      new ProgressBeats(owner, config.timeDomain()).seed(done);
      if (config.marketplace()) {
        new Marketplace(owner).seed(done);
      }
      owner.commit();
    }
    return done;
  }

  private int migrate() {
    return Flyway.configure(InitDb.class.getClassLoader())
        .dataSource(
            config.jdbcUrl(config.database()),
            DatabaseRole.FLAVOR_OWNER.sqlName(),
            config.password(DatabaseRole.FLAVOR_OWNER))
        .defaultSchema(HISTORY_SCHEMA)
        .locations("classpath:db/migration")
        .load()
        .migrate()
        .migrationsExecuted;
  }
}
