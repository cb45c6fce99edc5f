package io.flavortrend.generator.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.postgresql.PGConnection;

/** Binds rows as one array for each column, in the order of the statement's parameters. */
public final class ArrayColumns<T> {
  private final List<T> rows;
  private final PreparedStatement statement;
  private final PGConnection connection;
  private int parameter;

  /** Binds to a statement of that connection, from its first parameter on. */
  public ArrayColumns(Connection connection, PreparedStatement statement, List<T> rows)
      throws SQLException {
    this.connection = connection.unwrap(PGConnection.class);
    this.statement = statement;
    this.rows = rows;
  }

  /** The next parameter. */
  public ArrayColumns<T> longs(ToLongFunction<T> column) throws SQLException {
    return bind("int8", rows.stream().mapToLong(column).toArray());
  }

  /** The next parameter. */
  public ArrayColumns<T> ints(ToIntFunction<T> column) throws SQLException {
    return bind("int4", rows.stream().mapToInt(column).toArray());
  }

  /** The next parameter. */
  public ArrayColumns<T> doubles(ToDoubleFunction<T> column) throws SQLException {
    return bind("float8", rows.stream().mapToDouble(column).toArray());
  }

  /** The next parameter. */
  public ArrayColumns<T> texts(Function<T, String> column) throws SQLException {
    return bind("text", rows.stream().map(column).toArray(String[]::new));
  }

  private ArrayColumns<T> bind(String type, Object elements) throws SQLException {
    statement.setArray(++parameter, connection.createArrayOf(type, elements));
    return this;
  }
}
