package io.flavortrend.access;

import java.util.Locale;

/** What a user may do; each role may do what the ones before it may. */
public enum Role {
  /** Sees. */
  VIEWER,
  /** Sees and acts on orders, restaurants, couriers and alerts. */
  OPERATOR,
  /** Also manages users, connectors, models and dead letters. */
  ADMIN;

  /** The name in tokens, REST and SQL: lower case. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** True where this role may do what {@code required} may. */
  public boolean covers(Role required) {
    return compareTo(required) >= 0;
  }

  /**
   * The role of that name.
   *
   * @throws IllegalArgumentException naming the allowed roles
   */
  public static Role of(String code) {
    for (Role role : values()) {
      if (role.code().equals(code)) {
        return role;
      }
    }
    throw new IllegalArgumentException(
        "'%s' is no role: allowed is one of viewer, operator, admin".formatted(code));
  }
}
