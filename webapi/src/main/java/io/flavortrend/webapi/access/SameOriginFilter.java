package io.flavortrend.webapi.access;

import io.flavortrend.webapi.problems.Problems;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Keeps other sites from acting with a user's cookie: an unsafe request must prove that it comes
 * from our own pages, by Sec-Fetch-Site or Origin, which a page cannot forge. Requests with a
 * bearer token carry their own proof.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class SameOriginFilter implements WebFilter {
  private static final Set<HttpMethod> SAFE =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    ServerHttpRequest request = exchange.getRequest();
    if (SAFE.contains(request.getMethod())
        || RequestTokens.bearer(request) != null
        || isSameOrigin(request)) {
      return chain.filter(exchange);
    }
    return Mono.error(Problems.forbidden("The request does not come from a page of this server"));
  }

  private static boolean isSameOrigin(ServerHttpRequest request) {
    HttpHeaders headers = request.getHeaders();
    String site = headers.getFirst("Sec-Fetch-Site");
    if (site != null) {
      return site.equals("same-origin") || site.equals("none");
    }
    String origin = headers.getOrigin();
    if (origin != null) {
      return origin.equalsIgnoreCase(ownOrigin(request.getURI()));
    }
    // Programs send neither; they have no cookie that somebody else could ride on.
    return RequestTokens.cookie(request) == null;
  }

  private static @Nullable String ownOrigin(URI uri) {
    return uri.getRawAuthority() == null ? null : uri.getScheme() + "://" + uri.getRawAuthority();
  }
}
