package io.flavortrend.webapi.access;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpCookie;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** Finds the token of a request: bearer header first, then session cookie. */
public final class RequestTokens {
  /** The session cookie. */
  public static final String COOKIE = "flavor_session";

  private static final String BEARER = "Bearer ";

  private RequestTokens() {}

  /** The bearer token; null without one. */
  static @Nullable String bearer(ServerHttpRequest request) {
    String header = request.getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
    return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
        ? header.substring(BEARER.length())
        : null;
  }

  /** The token in the session cookie; null without one. */
  static @Nullable String cookie(ServerHttpRequest request) {
    HttpCookie cookie = request.getCookies().getFirst(COOKIE);
    return cookie == null || cookie.getValue().isEmpty() ? null : cookie.getValue();
  }

  static @Nullable String any(ServerHttpRequest request) {
    String bearer = bearer(request);
    return bearer == null ? cookie(request) : bearer;
  }
}
