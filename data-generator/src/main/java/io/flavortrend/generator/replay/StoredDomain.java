package io.flavortrend.generator.replay;

import io.flavortrend.contracts.TimeDomain;
import io.flavortrend.generator.store.Backoff;
import io.flavortrend.generator.store.Database;
import io.flavortrend.generator.store.Failures;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Locale;

/** The time domain that a database was set up in. */
public final class StoredDomain {
  private StoredDomain() {}

  /**
   * Asks the database, waiting for one that is not there yet.
   *
   * @param otherwise where the database does not say
   */
  public static TimeDomain read(Database database, TimeDomain otherwise, Duration patience)
      throws SQLException, InterruptedException {
    Backoff backoff = new Backoff();
    while (true) {
      try (Connection connection = database.connect("replay");
          Statement query = connection.createStatement();
          ResultSet row = query.executeQuery("select time_domain from cdc_heartbeat limit 1")) {
        return row.next()
            ? TimeDomain.valueOf(row.getString(1).toUpperCase(Locale.ROOT))
            : otherwise;
      } catch (SQLException e) {
        if (!Failures.passes(e) || backoff.failing().compareTo(patience) > 0) {
          throw e;
        }
        backoff.pause();
      }
    }
  }
}
