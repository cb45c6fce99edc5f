package io.flavortrend.webapi.auth;

import io.flavortrend.webapi.problems.Problems;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Hashes and checks passwords with bcrypt, off the event loops. Thread-safe. */
@Component
class Passwords {
  private static final int MIN_CHARACTERS = 12;

  /** bcrypt ignores what is beyond. */
  private static final int MAX_BYTES = 72;

  private final PasswordEncoder encoder = new BCryptPasswordEncoder();
  private final Mono<String> decoy = hashOf("a password that nobody has").cache();

  /** The hash of a new password; 400 where it is too short or too long. */
  Mono<String> hash(String password) {
    if (password.codePointCount(0, password.length()) < MIN_CHARACTERS
        || password.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
      return Mono.error(
          Problems.badParameter(
              "new_password",
              "…",
              "at least %d characters and at most %d bytes".formatted(MIN_CHARACTERS, MAX_BYTES)));
    }
    return hashOf(password);
  }

  /**
   * True where the password is the one that was hashed. Takes as long without a hash, so that the
   * time does not tell who exists.
   */
  Mono<Boolean> matches(String password, @Nullable String hash) {
    boolean possible =
        hash != null && password.getBytes(StandardCharsets.UTF_8).length <= MAX_BYTES;
    String tried = possible ? password : "another";
    return Mono.justOrEmpty(hash)
        .filter(found -> possible)
        .switchIfEmpty(decoy)
        .publishOn(Schedulers.boundedElastic())
        .map(found -> encoder.matches(tried, found) && possible);
  }

  private Mono<String> hashOf(String password) {
    return Mono.fromCallable(() -> encoder.encode(password))
        .subscribeOn(Schedulers.boundedElastic());
  }
}
