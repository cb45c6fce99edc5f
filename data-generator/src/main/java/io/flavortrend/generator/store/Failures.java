package io.flavortrend.generator.store;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;

/** Which failures pass by themselves: the server restarts, is full, or chose another victim. */
public final class Failures {
  /** Classes of SQLSTATE: connection, resources, operator intervention, system, rollback. */
  private static final Set<String> PASSING = Set.of("08", "53", "57", "58", "40", "XX");

  private Failures() {}

  /** True where trying again later can succeed without any change to the data. */
  public static boolean passes(SQLException failure) {
    if (failure instanceof SQLTransientException || failure instanceof SQLRecoverableException) {
      return true;
    }
    String state = failure.getSQLState();
    return state == null || state.length() < 2 || PASSING.contains(state.substring(0, 2));
  }
}
