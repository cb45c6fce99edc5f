package io.flavortrend.webapi.access;

import io.flavortrend.access.AccessToken;
import io.flavortrend.access.AccessTokens;
import io.flavortrend.access.InvalidTokenException;
import io.flavortrend.webapi.problems.Problems;
import io.flavortrend.webapi.store.StoreFailure;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Checks a token's signature and, for people, that their session goes on: the number in the token
 * is the one in {@code ops.users}. What was found holds for a second. While PostgreSQL cannot be
 * reached nobody can end a session either, so what was found last holds for a quarter of an hour:
 * the Pipeline page has to be seen just then. Thread-safe.
 */
@Component
public class SessionCheck {
  private static final String COMMAND_LINE = "flavor";
  private static final Duration FRESH = Duration.ofSeconds(1);
  private static final Duration WITHOUT_STORE = Duration.ofMinutes(15);
  private static final int MAX_REMEMBERED = 10_000;

  private record Seen(long session, Instant at) {}

  private final AccessTokens tokens;
  private final DatabaseClient database;
  private final Clock clock;
  private final Map<String, Seen> seen = new ConcurrentHashMap<>();

  SessionCheck(AccessTokens tokens, DatabaseClient database, Clock clock) {
    this.tokens = tokens;
    this.database = database;
    this.clock = clock;
  }

  /** The token, or an error 401 with why it is refused. */
  public Mono<AccessToken> check(String serialized) {
    AccessToken token;
    try {
      token = tokens.verify(serialized);
    } catch (InvalidTokenException e) {
      return Mono.error(Problems.unauthenticated(String.valueOf(e.getMessage())));
    }
    if (token.session() == 0) {
      return token.subject().equals(COMMAND_LINE)
          ? Mono.just(token)
          : Mono.error(Problems.unauthenticated("The token belongs to no session"));
    }
    return session(token)
        .filter(session -> session == token.session())
        .map(session -> token)
        .switchIfEmpty(Mono.error(() -> Problems.unauthenticated("The session has ended")));
  }

  /** Forgets what is remembered of a user, whose session has just been changed. */
  public void forget(String username) {
    seen.remove(username);
  }

  private Mono<Long> session(AccessToken token) {
    String username = token.subject();
    Seen last = seen.get(username);
    Instant now = clock.instant();
    // Another number than the remembered one may be a session that has just begun elsewhere.
    if (last != null && last.session() == token.session() && now.isBefore(last.at().plus(FRESH))) {
      return Mono.just(last.session());
    }
    return database
        .sql("select session from ops.users where username = :username and not disabled")
        .bind("username", username)
        .mapValue(Long.class)
        .one()
        .doOnNext(session -> remember(username, new Seen(session, now)))
        .onErrorResume(
            failure ->
                last == null
                        || !now.isBefore(last.at().plus(WITHOUT_STORE))
                        || StoreFailure.reason(failure).isEmpty()
                    ? Mono.error(failure)
                    : Mono.just(last.session()));
  }

  private void remember(String username, Seen found) {
    if (seen.size() >= MAX_REMEMBERED) {
      seen.clear();
    }
    seen.put(username, found);
  }
}
