package io.flavortrend.webapi.auth;

import io.flavortrend.access.AccessToken;
import io.flavortrend.access.AccessTokens;
import io.flavortrend.access.Role;
import io.flavortrend.webapi.WebapiConfig;
import io.flavortrend.webapi.access.SessionCheck;
import io.flavortrend.webapi.audit.ActionsLog;
import io.flavortrend.webapi.audit.ActionsLog.Action;
import io.flavortrend.webapi.problems.Problems;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** What signing in and out means; each step and its entry in the audit log are one transaction. */
@Service
class SignIn {
  /** A session that has begun. */
  record Session(User user, AccessToken token, String serialized) {}

  /** A link that was made. */
  record Link(String token, Instant expiresAt) {}

  private final Users users;
  private final SignInLinks links;
  private final Passwords passwords;
  private final ActionsLog log;
  private final AccessTokens tokens;
  private final SessionCheck sessions;
  private final TransactionalOperator transactions;
  private final Duration lifetime;
  private final Clock clock;

  SignIn(
      Users users,
      SignInLinks links,
      Passwords passwords,
      ActionsLog log,
      AccessTokens tokens,
      SessionCheck sessions,
      TransactionalOperator transactions,
      WebapiConfig config,
      Clock clock) {
    this.users = users;
    this.links = links;
    this.passwords = passwords;
    this.log = log;
    this.tokens = tokens;
    this.sessions = sessions;
    this.transactions = transactions;
    this.lifetime = config.sessionLifetime();
    this.clock = clock;
  }

  /** A session for a right password; empty otherwise, whatever was wrong. */
  Mono<Session> byPassword(String username, String password) {
    return users
        .find(username)
        .map(Optional::of)
        .defaultIfEmpty(Optional.empty())
        .flatMap(
            found ->
                passwords
                    .matches(password, found.map(User::passwordHash).orElse(null))
                    .filter(right -> right && found.isPresent() && !found.get().disabled())
                    .map(right -> found.orElseThrow()))
        .flatMap(
            user ->
                log.append(clock.instant(), user.username(), Action.SIGN_IN, "password")
                    .thenReturn(session(user, user.session())));
  }

  /** A session for a link that was not used before; empty otherwise. */
  Mono<Session> byLink(String token) {
    Instant now = clock.instant();
    return links
        .consume(token, now)
        .flatMap(users::find)
        .filter(user -> !user.disabled())
        .flatMap(
            user ->
                log.append(now, user.username(), Action.SIGN_IN, "link")
                    .thenReturn(session(user, user.session())))
        .as(transactions::transactional);
  }

  /** Makes a link; 404 for an unknown user. */
  Mono<Link> createLink(String madeBy, String username) {
    Instant now = now();
    Mono<Long> admin = username.equals(Users.ADMIN) ? users.ensureAdmin(now) : Mono.just(0L);
    return admin
        .then(Mono.defer(() -> users.find(username)))
        .filter(user -> !user.disabled())
        .switchIfEmpty(
            Mono.error(() -> Problems.notFound("There is no user %s".formatted(username))))
        .flatMap(user -> links.create(user.username(), now))
        .flatMap(
            token ->
                log.append(now, madeBy, Action.LINK_CREATED, username)
                    .thenReturn(new Link(token, now.plus(SignInLinks.LIFETIME))))
        .as(transactions::transactional);
  }

  /** Sets a new password and ends all sessions but the one that is answered with. */
  Mono<Session> changePassword(AccessToken token, @Nullable String current, String next) {
    Instant now = now();
    return user(token)
        .filterWhen(
            user ->
                user.passwordHash() == null
                    ? Mono.just(true)
                    : passwords.matches(current == null ? "" : current, user.passwordHash()))
        .switchIfEmpty(
            Mono.error(() -> Problems.forbidden("current_password is not the current one")))
        .flatMap(user -> passwords.hash(next).flatMap(hash -> replace(user, hash, now)))
        .doOnNext(session -> sessions.forget(token.subject()));
  }

  private Mono<Session> replace(User user, String hash, Instant now) {
    return users
        .changePassword(user.username(), hash, now)
        .flatMap(
            number ->
                log.append(now, user.username(), Action.PASSWORD_CHANGED, user.username())
                    .thenReturn(session(user.withPassword(hash), number)))
        .as(transactions::transactional);
  }

  /** Notes that the user left; ends all of the user's sessions where asked to. */
  Mono<Void> signOut(AccessToken token, boolean everywhere) {
    if (token.session() == 0) {
      return Mono.empty();
    }
    Instant now = now();
    Mono<Long> end = everywhere ? users.endSessions(token.subject(), now) : Mono.just(0L);
    return end.then(
            log.append(now, token.subject(), Action.SIGN_OUT, everywhere ? "everywhere" : "here"))
        .as(transactions::transactional)
        .doOnSuccess(done -> sessions.forget(token.subject()));
  }

  /** The token's user; 403 for a token of the command line, which has none. */
  Mono<User> user(AccessToken token) {
    if (token.session() == 0) {
      return Mono.error(Problems.forbidden("This token belongs to no user"));
    }
    return users
        .find(token.subject())
        .switchIfEmpty(Mono.error(() -> Problems.unauthenticated("The user is gone")));
  }

  private Session session(User user, long number) {
    AccessToken token =
        new AccessToken(
            user.username(),
            Role.of(user.role()),
            Set.copyOf(user.cities()),
            number,
            now().plus(lifetime));
    return new Session(user, token, tokens.sign(token));
  }

  /** Whole seconds, as a token holds them. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }
}
