package io.flavortrend.initdb.reference;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** Rows gathered for one {@code COPY}: a hundred times faster than inserts. Not thread-safe. */
final class CopyTable {
  private final StringBuilder rows = new StringBuilder(1 << 16);
  private final String command;
  private int count;

  /**
   * @param target table and columns, as COPY takes them
   */
  CopyTable(String target) {
    command = "copy %s from stdin".formatted(target);
  }

  void add(@Nullable Object... columns) {
    for (int i = 0; i < columns.length; i++) {
      rows.append(i == 0 ? "" : "\t").append(text(columns[i]));
    }
    rows.append('\n');
    count++;
  }

  int count() {
    return count;
  }

  void write(Connection connection) throws SQLException {
    try {
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn(command, new StringReader(rows.toString()));
    } catch (IOException e) {
      throw new SQLException("Reading from memory cannot fail", e);
    }
  }

  private static String text(@Nullable Object column) {
    return column == null
        ? "\\N"
        : column
            .toString()
            .replace("\\", "\\\\")
            .replace("\t", "\\t")
            .replace("\n", "\\n")
            .replace("\r", "\\r");
  }
}
