package io.flavortrend.access;

import java.time.Instant;
import java.util.Set;

/**
 * Who is asking, and what they may see. Immutable.
 *
 * @param subject user name, or {@code flavor} for the command line on this machine
 * @param role the highest role
 * @param cities ids of the cities the user is limited to; empty means all
 * @param session the session's number, compared with the user's own so that all sessions can be
 *     ended at once; 0 for tokens that the command line made
 * @param expiresAt after this instant the token is refused
 */
public record AccessToken(
    String subject, Role role, Set<Integer> cities, long session, Instant expiresAt) {
  /** Defensive copy. */
  public AccessToken {
    cities = Set.copyOf(cities);
  }

  /** True where data of that city may be shown. */
  public boolean maySee(int cityId) {
    return cities.isEmpty() || cities.contains(cityId);
  }
}
