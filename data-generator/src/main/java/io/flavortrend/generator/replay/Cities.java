package io.flavortrend.generator.replay;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

/** Finds cities by name, and makes those that are not known yet. */
final class Cities {
  private Cities() {}

  /** Id by name of all cities. */
  static Map<String, Integer> ids(Connection connection) throws SQLException {
    Map<String, Integer> ids = new HashMap<>();
    try (Statement query = connection.createStatement();
        ResultSet rows = query.executeQuery("select name, id from cities")) {
      while (rows.next()) {
        ids.put(rows.getString(1), rows.getInt(2));
      }
    }
    return ids;
  }

  /**
   * Makes the cities that are missing, with the ids that follow.
   *
   * @param currencies by name
   */
  static void add(Connection connection, Map<String, String> currencies, String timezone)
      throws SQLException {
    Map<String, Integer> known = ids(connection);
    int next = known.values().stream().mapToInt(Integer::intValue).max().orElse(0) + 1;
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into cities (id, name, timezone, currency, updated_at) values (?, ?, ?, ?, now())")) {
      for (Map.Entry<String, String> city : currencies.entrySet()) {
        if (!known.containsKey(city.getKey())) {
          insert.setInt(1, next++);
          insert.setString(2, city.getKey());
          insert.setString(3, timezone);
          insert.setString(4, city.getValue());
          insert.executeUpdate();
        }
      }
    }
  }
}
