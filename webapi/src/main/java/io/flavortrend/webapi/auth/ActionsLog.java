package io.flavortrend.webapi.auth;

import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Appends to the audit log, within the transaction of what it tells of. Thread-safe. */
@Component
class ActionsLog {
  /** What people do. */
  enum Action {
    SIGN_IN,
    SIGN_OUT,
    LINK_CREATED,
    PASSWORD_CHANGED;

    String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  private final DatabaseClient database;

  ActionsLog(DatabaseClient database) {
    this.database = database;
  }

  /**
   * @param username who did it
   * @param target what or whom it was done to
   */
  Mono<Void> append(Instant at, String username, Action action, String target) {
    return database
        .sql(
            "insert into ops.actions_log (happened_at, username, action, target)"
                + " values (:at, :username, :action, :target)")
        .bind("at", at)
        .bind("username", username)
        .bind("action", action.code())
        .bind("target", target)
        .then();
  }
}
