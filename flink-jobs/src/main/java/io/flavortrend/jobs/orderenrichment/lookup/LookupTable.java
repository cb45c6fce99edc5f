package io.flavortrend.jobs.orderenrichment.lookup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A table that is looked up by id.
 *
 * @param sql selects the id, then what is read, of rows whose id is in the array parameter
 * @param reading reads a row
 * @param <V> what is read of a row
 */
record LookupTable<V>(String sql, Reading<V> reading, LookupCache<V> cache) {
  private static final int MOST_AT_ONCE = 1_000;

  /** Reads a row. */
  interface Reading<V> {
    V read(ResultSet row) throws SQLException;
  }

  /**
   * Asks for some of what is wanted.
   *
   * @return false where nothing is
   * @throws SQLException when the database did not answer; whoever still wants it asks again
   */
  boolean load(Connection connection) throws SQLException {
    List<Long> asked = cache.take(MOST_AT_ONCE);
    if (asked.isEmpty()) {
      return false;
    }
    Map<Long, V> found = new HashMap<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setArray(1, connection.createArrayOf("bigint", asked.toArray()));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found.put(rows.getLong(1), reading.read(rows));
        }
      }
    }
    cache.put(asked, found, System.nanoTime() / 1_000_000);
    return true;
  }
}
