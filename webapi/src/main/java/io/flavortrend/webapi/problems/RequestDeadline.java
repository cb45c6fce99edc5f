package io.flavortrend.webapi.problems;

import io.flavortrend.webapi.WebapiConfig;
import java.time.Duration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Answers 503 where an answer takes too long. Statements and connections have time-outs of their
 * own; this is for what nobody thought of, so that no page waits for ever. Thread-safe.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class RequestDeadline implements WebFilter {
  private final Duration timeout;

  RequestDeadline(WebapiConfig config) {
    this.timeout = config.requestTimeout();
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    Mono<Void> answer = chain.filter(exchange);
    return exchange.getRequest().getPath().value().startsWith("/api/")
        ? answer.timeout(timeout, Mono.error(this::late))
        : answer;
  }

  private Throwable late() {
    return Problems.unavailable(
        "webapi", "There was no answer within %d ms".formatted(timeout.toMillis()));
  }
}
