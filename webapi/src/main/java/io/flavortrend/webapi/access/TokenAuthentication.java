package io.flavortrend.webapi.access;

import io.flavortrend.access.AccessToken;
import io.flavortrend.access.Role;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A checked token; has the authority of its role and of those that the role covers. */
final class TokenAuthentication extends AbstractAuthenticationToken {
  private static final long serialVersionUID = 1L;

  private final transient AccessToken token;

  TokenAuthentication(AccessToken token) {
    super(authorities(token.role()));
    this.token = token;
    setAuthenticated(true);
  }

  @Override
  public Object getCredentials() {
    return "";
  }

  @Override
  public AccessToken getPrincipal() {
    return token;
  }

  @Override
  public String getName() {
    return token.subject();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TokenAuthentication that && that.token.equals(token);
  }

  @Override
  public int hashCode() {
    return token.hashCode();
  }

  private static Collection<GrantedAuthority> authorities(Role role) {
    return List.copyOf(
        Arrays.stream(Role.values())
            .filter(role::covers)
            .map(covered -> new SimpleGrantedAuthority("ROLE_" + covered.name()))
            .toList());
  }
}
