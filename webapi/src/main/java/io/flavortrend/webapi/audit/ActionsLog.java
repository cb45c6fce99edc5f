package io.flavortrend.webapi.audit;

import java.time.Instant;
import java.util.Locale;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Appends to the audit log, within the transaction of what it tells of. Thread-safe. */
@Component
public class ActionsLog {
  /** What people do. */
  public enum Action {
    SIGN_IN,
    SIGN_OUT,
    LINK_CREATED,
    PASSWORD_CHANGED,
    MODEL_REGISTERED,
    MODEL_RELEASED,
    MODEL_ROLLED_BACK,
    MODEL_WITHDRAWN;

    /** The name in SQL: lower case. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
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
  public Mono<Void> append(Instant at, String username, Action action, String target) {
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
