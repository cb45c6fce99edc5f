package io.flavortrend.webapi.store;

import io.r2dbc.spi.R2dbcException;
import io.r2dbc.spi.R2dbcNonTransientResourceException;
import io.r2dbc.spi.R2dbcTimeoutException;
import io.r2dbc.spi.R2dbcTransientResourceException;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Tells failures of the store from mistakes of ours, so that they become 503 and not 500. */
public final class StoreFailure {
  private StoreFailure() {}

  /** Why the store could not answer, for a person; empty where it is not the store's failure. */
  public static Optional<String> reason(Throwable failure) {
    boolean fromStore =
        failure instanceof R2dbcException
            || failure instanceof DataAccessException
            || failure instanceof TransactionException;
    if (!fromStore) {
      return Optional.empty();
    }
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof R2dbcTimeoutException || cause instanceof TimeoutException) {
        return Optional.of("PostgreSQL did not answer in time");
      }
      if (cause instanceof R2dbcNonTransientResourceException
          || cause instanceof R2dbcTransientResourceException
          || cause instanceof IOException
          || (cause instanceof R2dbcException sql && isOutage(sql.getSqlState()))) {
        return Optional.of("PostgreSQL is not available");
      }
    }
    return Optional.empty();
  }

  /** Classes 08 connection, 53 resources, 57 operator's intervention (shutdown, cancelled). */
  private static boolean isOutage(@Nullable String sqlState) {
    return sqlState != null
        && (sqlState.startsWith("08") || sqlState.startsWith("53") || sqlState.startsWith("57"));
  }
}
