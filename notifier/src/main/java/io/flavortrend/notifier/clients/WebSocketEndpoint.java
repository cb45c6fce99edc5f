package io.flavortrend.notifier.clients;

import io.flavortrend.access.AccessToken;
import io.flavortrend.access.AccessTokens;
import io.flavortrend.notifier.access.AllowedOrigins;
import io.flavortrend.notifier.access.TokenGate;
import io.flavortrend.notifier.feed.FeedCommands;
import io.flavortrend.notifier.latency.StageLatencies;
import java.time.Clock;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.web.reactive.socket.server.WebSocketService;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebHandler;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;

/** {@code /ws}: checks the origin, takes the cookie, and lets a {@link ClientConnection} run. */
public final class WebSocketEndpoint implements WebHandler {
  private final WebSocketService webSockets;
  private final AllowedOrigins origins;
  private final TokenGate gate;
  private final AccessTokens tokens;
  private final FeedCommands feed;
  private final StageLatencies latencies;
  private final ConnectedClients clients;
  private final ClientLimits limits;
  private final Clock clock;

  WebSocketEndpoint(
      WebSocketService webSockets,
      AllowedOrigins origins,
      AccessTokens tokens,
      FeedCommands feed,
      StageLatencies latencies,
      ConnectedClients clients,
      ClientLimits limits,
      Clock clock) {
    this.webSockets = webSockets;
    this.origins = origins;
    this.gate = new TokenGate(tokens);
    this.tokens = tokens;
    this.feed = feed;
    this.latencies = latencies;
    this.clients = clients;
    this.limits = limits;
    this.clock = clock;
  }

  @Override
  public Mono<Void> handle(ServerWebExchange exchange) {
    ServerHttpRequest request = exchange.getRequest();
    String origin = request.getHeaders().getOrigin();
    if (!origins.allows(origin)) {
      return Mono.error(
          new ResponseStatusException(
              HttpStatus.FORBIDDEN,
              "Origin %s is not in FLAVOR_ALLOWED_ORIGINS".formatted(origin)));
    }
    AccessToken token = gate.find(request).orElse(null);
    Connection connection = ServerHttpRequestDecorator.getNativeRequest(request);
    return webSockets.handleRequest(
        exchange,
        session ->
            new ClientConnection(
                    connection.channel(), token, tokens, feed, latencies, clients, limits, clock)
                .run(session));
  }
}
