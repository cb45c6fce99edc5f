package io.flavortrend.jobs.frame.upsert;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
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
   * Writes the rows in one transaction.
   *
   * @throws SQLException when none of them is known to be written; the connection is then closed
   */
  void write(Collection<List<@Nullable Object>> rows) throws SQLException {
    try {
      PreparedStatement upsert = statement == null ? open() : statement;
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
    PreparedStatement prepared = opened.prepareStatement(sql);
    statement = prepared;
    return prepared;
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
