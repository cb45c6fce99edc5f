package io.flavortrend.generator.store;

import io.flavortrend.generator.simulation.Micros;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;

/**
 * The progress beats of the log domain, which whoever writes history moves; in the live domain they
 * are the connector's, and stay as they are. Not thread-safe.
 */
public final class ProgressBeat {
  private static final String MOVE =
      """
      update cdc_heartbeat
      set beat_at = timestamptz 'epoch' + ? * interval '1 microsecond',
        updated_at = clock_timestamp()
      where time_domain = 'log'""";

  private final Connection connection;

  /** Moves beats in the transactions of that connection, which stays the caller's. */
  public ProgressBeat(Connection connection) {
    this.connection = connection;
  }

  /** The time that every beat has reached, microseconds since 1970. */
  public long through() throws SQLException {
    try (Statement query = connection.createStatement();
        ResultSet row = query.executeQuery("select min(beat_at) from cdc_heartbeat")) {
      OffsetDateTime oldest = row.next() ? row.getObject(1, OffsetDateTime.class) : null;
      return oldest == null ? Long.MIN_VALUE : Micros.of(oldest.toInstant());
    }
  }

  /** Says that everything up to that time, microseconds since 1970, is written. */
  public void move(long through) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(MOVE)) {
      update.setLong(1, through);
      update.executeUpdate();
    }
  }
}
