package io.flavortrend.webapi.auth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * One-time links: 256 random bits, of which the database keeps only the SHA-256, so that who reads
 * the table cannot sign in. Thread-safe.
 */
@Component
class SignInLinks {
  static final Duration LIFETIME = Duration.ofMinutes(15);
  private static final int TOKEN_BYTES = 32;

  private final DatabaseClient database;
  private final SecureRandom random = new SecureRandom();

  SignInLinks(DatabaseClient database) {
    this.database = database;
  }

  /** Makes a link's token for the user; removes the links that are past their time. */
  Mono<String> create(String username, Instant now) {
    byte[] bytes = new byte[TOKEN_BYTES];
    random.nextBytes(bytes);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    return database
        .sql("delete from ops.sign_in_links where expires_at < :old")
        .bind("old", now.minus(Duration.ofDays(1)))
        .fetch()
        .rowsUpdated()
        .then(
            database
                .sql(
                    "insert into ops.sign_in_links (token_sha256, username, expires_at, created_at)"
                        + " values (:hash, :username, :expires, :now)")
                .bind("hash", sha256(token))
                .bind("username", username)
                .bind("expires", now.plus(LIFETIME))
                .bind("now", now)
                .fetch()
                .rowsUpdated())
        .thenReturn(token);
  }

  /** Uses the link up: the user's name, once; empty for a used, old or unknown one. */
  Mono<String> consume(String token, Instant now) {
    return database
        .sql(
            "update ops.sign_in_links set used_at = :now"
                + " where token_sha256 = :hash and used_at is null and expires_at > :now"
                + " returning username")
        .bind("now", now)
        .bind("hash", sha256(token))
        .mapValue(String.class)
        .one();
  }

  private static byte[] sha256(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JVM has SHA-256", e);
    }
  }
}
