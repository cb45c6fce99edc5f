package io.flavortrend.webapi.auth;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Slows guessing down: after some failures of one user from one address within a minute no more are
 * taken until the minute is over. Bounded: the oldest entries go first. Thread-safe.
 */
@Component
class LoginThrottle {
  static final int MAX_FAILURES = 5;
  static final Duration WINDOW = Duration.ofMinutes(1);
  private static final int MAX_ENTRIES = 10_000;

  private record Failures(int count, Instant until) {}

  private final Clock clock;
  private final Map<String, Failures> byKey = new LinkedHashMap<>();

  LoginThrottle(Clock clock) {
    this.clock = clock;
  }

  /** How long to wait before the next try; empty where it may be now. */
  synchronized Optional<Duration> wait(String user, String address) {
    Failures failures = byKey.get(key(user, address));
    Instant now = clock.instant();
    return failures == null || failures.count() < MAX_FAILURES || !now.isBefore(failures.until())
        ? Optional.empty()
        : Optional.of(Duration.between(now, failures.until()));
  }

  /** Notes a try before its outcome is known, so that many at once are counted too. */
  synchronized void tried(String user, String address) {
    Instant now = clock.instant();
    Failures before = byKey.remove(key(user, address));
    byKey.put(
        key(user, address),
        before == null || !now.isBefore(before.until())
            ? new Failures(1, now.plus(WINDOW))
            : new Failures(before.count() + 1, before.until()));
    for (Iterator<String> oldest = byKey.keySet().iterator(); byKey.size() > MAX_ENTRIES; ) {
      oldest.next();
      oldest.remove();
    }
  }

  /** Forgets the tries: the last one was right. */
  synchronized void succeeded(String user, String address) {
    byKey.remove(key(user, address));
  }

  private static String key(String user, String address) {
    return address + ' ' + user;
  }
}
