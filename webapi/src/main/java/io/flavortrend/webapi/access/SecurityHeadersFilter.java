package io.flavortrend.webapi.access;

import io.flavortrend.webapi.WebapiConfig;
import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Headers that keep a browser from doing what our pages never ask for. Scripts come from us alone;
 * styles may be inline, since the component library sets them on elements; connections go to us and
 * to the notifier.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class SecurityHeadersFilter implements WebFilter {
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.-]{1,253}|\\[[0-9A-Fa-f:.]+]");

  private final int notifierPort;
  private final @Nullable URI notifierUrl;

  SecurityHeadersFilter(WebapiConfig config) {
    this.notifierPort = config.notifierPort();
    this.notifierUrl = config.notifierPublicUrl();
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    URI uri = exchange.getRequest().getURI();
    HttpHeaders headers = exchange.getResponse().getHeaders();
    headers.set("Content-Security-Policy", policy(uri));
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("X-Frame-Options", "DENY");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("Cross-Origin-Opener-Policy", "same-origin");
    headers.set("Cross-Origin-Resource-Policy", "same-origin");
    headers.set("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
    if ("https".equals(uri.getScheme())) {
      headers.set("Strict-Transport-Security", "max-age=31536000");
    }
    if (uri.getPath().startsWith("/api/")) {
      headers.setCacheControl("no-store");
    }
    return chain.filter(exchange);
  }

  private String policy(URI uri) {
    return "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline';"
        + " img-src 'self' data: blob:; font-src 'self' data:; worker-src 'self' blob:;"
        + " connect-src 'self'"
        + notifier(uri)
        + "; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
  }

  private String notifier(URI uri) {
    if (notifierUrl != null) {
      String scheme = "https".equals(notifierUrl.getScheme()) ? "wss" : notifierUrl.getScheme();
      scheme = "http".equals(scheme) ? "ws" : scheme;
      return " " + scheme + "://" + notifierUrl.getRawAuthority();
    }
    String host = uri.getHost();
    if (host == null || !HOST.matcher(host).matches()) {
      return "";
    }
    return " ws://%1$s:%2$d wss://%1$s:%2$d".formatted(host, notifierPort);
  }
}
