package io.flavortrend.generator.store;

import io.flavortrend.generator.simulation.Micros;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** Rows for one {@code COPY … FROM STDIN}, column by column. Not thread-safe. */
final class CopyRows {
  private static final char COLUMN_END = '\t';

  private final String target;
  private final StringBuilder rows = new StringBuilder();

  /**
   * @param target table and columns
   */
  CopyRows(String target) {
    this.target = target;
  }

  CopyRows number(@Nullable Long value) {
    return raw(value == null ? "\\N" : Long.toString(value));
  }

  CopyRows number(int value) {
    return raw(Integer.toString(value));
  }

  CopyRows decimal(double value) {
    return raw(Double.toString(value));
  }

  CopyRows thousandths(long value) {
    return raw(BigDecimal.valueOf(value, 3).toPlainString());
  }

  CopyRows instant(@Nullable Long micros) {
    return raw(micros == null ? "\\N" : Micros.instant(micros).toString());
  }

  /** Text without tab, backslash or line break: codes and names of ours. */
  CopyRows text(String value) {
    return raw(value);
  }

  CopyRows end() {
    rows.setCharAt(rows.length() - 1, '\n');
    return this;
  }

  void write(Connection connection) throws SQLException {
    try {
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn("copy " + target + " from stdin", new StringReader(rows.toString()));
    } catch (IOException e) {
      throw new SQLException("COPY was cut off", "08006", e);
    }
  }

  private CopyRows raw(String value) {
    rows.append(value).append(COLUMN_END);
    return this;
  }
}
