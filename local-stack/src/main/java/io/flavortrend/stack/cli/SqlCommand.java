package io.flavortrend.stack.cli;

import io.flavortrend.stack.StackException;
import io.flavortrend.stack.database.ReadOnlyDatabase;
import java.io.IOException;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Callable;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs a statement. */
@Command(
    name = "sql",
    description = "Runs a statement as the read-only role and prints CSV with a header.",
    mixinStandardHelpOptions = true)
public final class SqlCommand implements Callable<Integer> {
  private static final int FETCH_SIZE = 5_000;

  @Spec private CommandLine.Model.CommandSpec spec;

  @Parameters(paramLabel = "STATEMENT", description = "For example: \"select * from cities\".")
  private String statement;

  /** Made by picocli, which sets the fields. */
  @SuppressWarnings("NullAway.Init")
  public SqlCommand() {}

  @Override
  public Integer call() throws IOException {
    Workplace workplace = Workplace.here();
    PrintWriter out = spec.commandLine().getOut();
    try (Connection connection =
            new ReadOnlyDatabase(workplace.stack(), workplace.home()).connect();
        Statement sql = connection.createStatement()) {
      // A cursor instead of the whole result in memory.
      connection.setAutoCommit(false);
      sql.setFetchSize(FETCH_SIZE);
      if (sql.execute(statement)) {
        print(sql.getResultSet(), out);
      }
    } catch (SQLException e) {
      throw new StackException("PostgreSQL says: " + e.getMessage(), e);
    }
    out.flush();
    return 0;
  }

  private static void print(ResultSet rows, PrintWriter out) throws SQLException, IOException {
    int columns = rows.getMetaData().getColumnCount();
    CSVPrinter csv =
        new CSVPrinter(out, CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get());
    for (int column = 1; column <= columns; column++) {
      csv.print(rows.getMetaData().getColumnLabel(column));
    }
    csv.println();
    while (rows.next()) {
      for (int column = 1; column <= columns; column++) {
        csv.print(rows.getString(column));
      }
      csv.println();
    }
    csv.flush();
  }
}
