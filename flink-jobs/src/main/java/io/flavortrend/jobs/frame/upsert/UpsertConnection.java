package io.flavortrend.jobs.frame.upsert;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One connection with its prepared statement, opened when needed. Not thread-safe. */
final class UpsertConnection implements AutoCloseable {
  /** Opens a connection. */
  interface Connector {
    Connection connect() throws SQLException;
  }

  private final String sql;
  private final Connector connector;
  private @Nullable Connection connection;
  private @Nullable PreparedStatement statement;

  UpsertConnection(String sql, Connector connector) {
    this.sql = sql;
    this.connector = connector;
  }

  /**
   * Writes the rows in one transaction, which does not wait for the disk unless it is told to.
   *
   * @param rows not empty: PostgreSQL does not wait for a transaction that touches nothing
   * @param durable wait until these rows and all before them are on disk
   * @throws SQLException when none of them is known to be written; the connection is then closed,
   *     and what was not waited for may be lost
   */
  void write(Collection<List<@Nullable Object>> rows, boolean durable) throws SQLException {
    try {
      PreparedStatement upsert = statement == null ? open() : statement;
      if (durable) {
        execute(upsert.getConnection(), "set local synchronous_commit = on");
      }
      for (List<@Nullable Object> row : rows) {
        for (int i = 0; i < row.size(); i++) {
          upsert.setObject(i + 1, row.get(i));
        }
        upsert.addBatch();
      }
      upsert.executeBatch();
      upsert.getConnection().commit();
    } catch (SQLException e) {
      close();
      throw e;
    }
  }

  private PreparedStatement open() throws SQLException {
    Connection opened = connector.connect();
    connection = opened;
    opened.setAutoCommit(false);
    execute(opened, "set synchronous_commit = off");
    opened.commit();
    PreparedStatement prepared = opened.prepareStatement(sql);
    statement = prepared;
    return prepared;
  }

  private static void execute(Connection on, String command) throws SQLException {
    try (Statement statement = on.createStatement()) {
      statement.execute(command);
    }
  }

  @Override
  public void close() {
    Connection open = connection;
    connection = null;
    statement = null;
    if (open != null) {
      try {
        open.close();
      } catch (SQLException e) {
        // Already broken: nothing is left to release.
        return;
      }
    }
  }
}
