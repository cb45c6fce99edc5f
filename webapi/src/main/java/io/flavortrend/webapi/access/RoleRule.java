package io.flavortrend.webapi.access;

import io.flavortrend.access.Role;
import java.util.List;
import org.springframework.http.HttpMethod;

/**
 * A request that not every role may make; any other is for all who are signed in.
 *
 * @param path as controllers write it
 * @param role the least one that may
 */
public record RoleRule(HttpMethod method, String path, Role role) {
  /** All of them; the API's description tells the same. */
  public static final List<RoleRule> ALL =
      List.of(
          new RoleRule(HttpMethod.POST, "/api/v1/auth/links", Role.ADMIN),
          new RoleRule(HttpMethod.POST, "/api/v1/predict", Role.OPERATOR),
          new RoleRule(HttpMethod.POST, "/api/v1/model/versions", Role.ADMIN),
          new RoleRule(HttpMethod.POST, "/api/v1/model/{version}/promote", Role.ADMIN),
          new RoleRule(HttpMethod.POST, "/api/v1/model/rollback", Role.ADMIN),
          new RoleRule(HttpMethod.DELETE, "/api/v1/model/challenger", Role.ADMIN));
}
