package io.flavortrend.stack.cli;

import io.flavortrend.access.AccessToken;
import io.flavortrend.access.AccessTokens;
import io.flavortrend.access.Role;
import io.flavortrend.settings.Settings;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** Signs tokens for scripts on this machine with the stack's own key. */
final class LocalToken {
  private LocalToken() {}

  /** A token of that role, for all cities. */
  static String sign(Workplace workplace, Role role, Duration validity) {
    Settings secrets =
        Settings.of(Map.of(Settings.SECRETS_DIR, workplace.home().secrets().toString()));
    Clock clock = Clock.systemUTC();
    return new AccessTokens(secrets.secret(AccessTokens.KEY_SECRET), clock)
        .sign(new AccessToken("flavor", role, Set.of(), 0, clock.instant().plus(validity)));
  }
}
