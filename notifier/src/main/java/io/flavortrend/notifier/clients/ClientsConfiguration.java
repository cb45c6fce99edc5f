package io.flavortrend.notifier.clients;

import io.flavortrend.access.AccessTokens;
import io.flavortrend.notifier.NotifierConfig;
import io.flavortrend.notifier.feed.FeedCommands;
import io.flavortrend.notifier.latency.StageLatencies;
import java.time.Clock;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.reactive.handler.SimpleUrlHandlerMapping;
import org.springframework.web.reactive.socket.server.support.HandshakeWebSocketService;

/** Wires the WebSocket. */
@Configuration(proxyBeanMethods = false)
class ClientsConfiguration {
  @Bean
  ConnectedClients connectedClients() {
    return new ConnectedClients();
  }

  @Bean
  HandlerMapping webSocketMapping(
      NotifierConfig config,
      AccessTokens tokens,
      FeedCommands feed,
      StageLatencies latencies,
      ConnectedClients clients,
      Clock clock) {
    WebSocketEndpoint endpoint =
        new WebSocketEndpoint(
            new HandshakeWebSocketService(),
            config.origins(),
            tokens,
            feed,
            latencies,
            clients,
            config.clientLimits(),
            clock);
    return new SimpleUrlHandlerMapping(Map.of("/ws", endpoint), -1);
  }
}
