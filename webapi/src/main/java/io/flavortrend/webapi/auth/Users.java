package io.flavortrend.webapi.auth;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads and writes {@code ops.users}. Thread-safe. */
@Component
class Users {
  /** The one user that is made without another's doing: when its first link is. */
  static final String ADMIN = "admin";

  private final DatabaseClient database;

  Users(DatabaseClient database) {
    this.database = database;
  }

  Mono<User> find(String username) {
    return database
        .sql(
            "select username, password_hash, role, cities, session, disabled"
                + " from ops.users where username = :username")
        .bind("username", username)
        .map(Users::user)
        .one();
  }

  /** Makes the user {@link #ADMIN}, unless it is there. */
  Mono<Long> ensureAdmin(Instant now) {
    return database
        .sql(
            "insert into ops.users (username, role, created_at, updated_at)"
                + " values (:username, 'admin', :now, :now) on conflict (username) do nothing")
        .bind("username", ADMIN)
        .bind("now", now)
        .fetch()
        .rowsUpdated();
  }

  /** Sets the password and ends the user's sessions; answers with the new session number. */
  Mono<Long> changePassword(String username, String hash, Instant now) {
    return database
        .sql(
            "update ops.users set password_hash = :hash, session = session + 1, updated_at = :now"
                + " where username = :username and not disabled returning session")
        .bind("hash", hash)
        .bind("now", now)
        .bind("username", username)
        .mapValue(Long.class)
        .one();
  }

  /** Ends the user's sessions. */
  Mono<Long> endSessions(String username, Instant now) {
    return database
        .sql(
            "update ops.users set session = session + 1, updated_at = :now"
                + " where username = :username")
        .bind("now", now)
        .bind("username", username)
        .fetch()
        .rowsUpdated();
  }

  private static User user(Readable row) {
    return new User(
        row.get("username", String.class),
        row.get("password_hash", String.class),
        row.get("role", String.class),
        List.of(row.get("cities", Integer[].class)),
        row.get("session", Long.class),
        row.get("disabled", Boolean.class));
  }
}
