package io.flavortrend.webapi.auth;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code ops.users}.
 *
 * @param passwordHash null: signs in by link only
 * @param cities ids of the cities that the user is limited to; empty means all
 * @param session the number that tokens must carry
 */
record User(
    String username,
    @Nullable String passwordHash,
    String role,
    List<Integer> cities,
    long session,
    boolean disabled) {

  User withPassword(String hash) {
    return new User(username, hash, role, cities, session, disabled);
  }
}
