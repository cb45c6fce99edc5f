package io.flavortrend.generator.replay;

import io.flavortrend.generator.store.IdRanges;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The replay's row of {@code replay_progress}. */
final class ProgressTable {
  private final Connection connection;
  private final String replay;

  ProgressTable(Connection connection, String replay) {
    this.connection = connection;
    this.replay = replay;
  }

  @Nullable Progress read() throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            """
            select position, order_base, customer_base, restaurant_base, courier_base, shift_micros,
              finished_at is not null
            from replay_progress where replay = ?""")) {
      query.setString(1, replay);
      try (ResultSet row = query.executeQuery()) {
        return row.next()
            ? new Progress(
                row.getInt(1),
                row.getLong(2),
                row.getLong(3),
                row.getLong(4),
                row.getLong(5),
                row.getLong(6),
                row.getBoolean(7))
            : null;
      }
    }
  }

  /**
   * Begins the replay behind the ids that there are; repeated, it begins nothing anew.
   *
   * @param reserved true: in the range that a live application leaves to replays
   */
  void begin(int events, long shiftMicros, boolean reserved) throws SQLException {
    Map<String, Long> bases = new HashMap<>();
    for (String table : new String[] {"orders", "customers", "restaurants", "couriers"}) {
      bases.put(table, base(table, reserved));
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            insert into replay_progress (replay, position, events, order_base, customer_base,
              restaurant_base, courier_base, shift_micros, updated_at)
            values (?, 0, ?, ?, ?, ?, ?, ?, now()) on conflict (replay) do nothing""")) {
      insert.setString(1, replay);
      insert.setLong(2, events);
      insert.setLong(3, bases.getOrDefault("orders", 0L));
      insert.setLong(4, bases.getOrDefault("customers", 0L));
      insert.setLong(5, bases.getOrDefault("restaurants", 0L));
      insert.setLong(6, bases.getOrDefault("couriers", 0L));
      insert.setLong(7, shiftMicros);
      insert.executeUpdate();
    }
  }

  /**
   * Moves on, within the transaction that writes the events.
   *
   * @return false where the replay does not stand at {@code from}: another run moves it
   */
  boolean move(int from, int to, boolean finished) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            """
            update replay_progress set position = ?, updated_at = now(),
              finished_at = case when ? then now() end
            where replay = ? and position = ? and finished_at is null""")) {
      update.setLong(1, to);
      update.setBoolean(2, finished);
      update.setString(3, replay);
      update.setLong(4, from);
      return update.executeUpdate() == 1;
    }
  }

  private long base(String table, boolean reserved) throws SQLException {
    try (Statement query = connection.createStatement();
        ResultSet row = query.executeQuery("select coalesce(max(id), 0) from " + table)) {
      row.next();
      return reserved ? Math.max(IdRanges.REPLAY, row.getLong(1)) : row.getLong(1);
    }
  }
}
