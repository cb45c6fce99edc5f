package io.flavortrend.webapi.pipeline;

import java.net.URI;
import java.time.Duration;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import tools.jackson.databind.JsonNode;

/** Asks another process's REST for JSON. Thread-safe. */
final class RestProbe {
  private static final int MAX_ANSWER_BYTES = 4 * 1024 * 1024;

  /** One small pool for all neighbours; connections that lie idle are let go before they do. */
  private static final ConnectionProvider CONNECTIONS =
      ConnectionProvider.builder("pipeline")
          .maxConnections(16)
          .pendingAcquireTimeout(Probe.TIMEOUT)
          .maxIdleTime(Duration.ofSeconds(15))
          .build();

  private final WebClient client;

  RestProbe(URI base) {
    this.client = client(base).build();
  }

  private RestProbe(WebClient client) {
    this.client = client;
  }

  /** The same with a bearer token in each request. */
  RestProbe withToken(String token) {
    return new RestProbe(
        client.mutate().defaultHeaders(headers -> headers.setBearerAuth(token)).build());
  }

  Mono<JsonNode> get(String path, Object... variables) {
    return client.get().uri(path, variables).retrieve().bodyToMono(JsonNode.class);
  }

  /** Asks and forgets the answer, whatever it is made of. */
  Mono<Boolean> answers(String path) {
    return client.get().uri(path).retrieve().toBodilessEntity().map(answer -> true);
  }

  private static WebClient.Builder client(URI base) {
    HttpClient http =
        HttpClient.create(CONNECTIONS)
            .option(io.netty.channel.ChannelOption.CONNECT_TIMEOUT_MILLIS, 900)
            .responseTimeout(Probe.TIMEOUT);
    return WebClient.builder()
        .baseUrl(base.toString())
        .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(MAX_ANSWER_BYTES))
        .clientConnector(new ReactorClientHttpConnector(http));
  }
}
