package io.flavortrend.notifier.access;

import io.flavortrend.access.AccessToken;
import io.flavortrend.access.AccessTokens;
import io.flavortrend.access.InvalidTokenException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpCookie;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ResponseStatusException;

/** Finds and checks the token of a request: bearer header first, then session cookie. */
public final class TokenGate {
  private static final String COOKIE = "flavor_session";
  private static final String BEARER = "Bearer ";

  private final AccessTokens tokens;

  /**
   * @param tokens checks signatures
   */
  public TokenGate(AccessTokens tokens) {
    this.tokens = tokens;
  }

  /**
   * The request's token.
   *
   * @throws ResponseStatusException 401 where it is missing or refused
   */
  public AccessToken require(ServerHttpRequest request) {
    String serialized = serialized(request);
    if (serialized == null) {
      throw new ResponseStatusException(
          HttpStatus.UNAUTHORIZED, "A bearer token or the session cookie is needed");
    }
    try {
      return tokens.verify(serialized);
    } catch (InvalidTokenException e) {
      throw new ResponseStatusException(HttpStatus.UNAUTHORIZED, e.getMessage(), e);
    }
  }

  /**
   * The request's token, if it has a good one: a client can still send one in its first message.
   */
  public Optional<AccessToken> find(ServerHttpRequest request) {
    String serialized = serialized(request);
    if (serialized == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(tokens.verify(serialized));
    } catch (InvalidTokenException e) {
      return Optional.empty();
    }
  }

  private static @Nullable String serialized(ServerHttpRequest request) {
    String header = request.getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
    if (header != null && header.startsWith(BEARER)) {
      return header.substring(BEARER.length());
    }
    HttpCookie cookie = request.getCookies().getFirst(COOKIE);
    return cookie == null ? null : cookie.getValue();
  }
}
