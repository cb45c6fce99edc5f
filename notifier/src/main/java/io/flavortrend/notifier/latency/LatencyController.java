package io.flavortrend.notifier.latency;

import io.flavortrend.notifier.access.TokenGate;
import io.flavortrend.notifier.channels.Channel;
import io.flavortrend.notifier.clients.ConnectedClients;
import java.util.Arrays;
import java.util.List;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The latency figures, for webapi and for benchmarks. */
@RestController
class LatencyController {
  /** Answer of {@code GET /latency}. */
  record Latency(
      int windowSeconds, List<StageFigures> stages, int clients, List<ChannelFigures> channels) {}

  /** One channel. */
  record ChannelFigures(String name, double eventsPerSecond, int clients) {}

  private final StageLatencies latencies;
  private final ConnectedClients clients;
  private final TokenGate gate;

  LatencyController(StageLatencies latencies, ConnectedClients clients, TokenGate gate) {
    this.latencies = latencies;
    this.clients = clients;
    this.gate = gate;
  }

  @GetMapping("/latency")
  Latency latency(ServerHttpRequest request) {
    gate.require(request);
    return new Latency(
        60,
        latencies.figures(),
        clients.count(),
        Arrays.stream(Channel.values())
            .map(
                channel ->
                    new ChannelFigures(
                        channel.code(), latencies.eventsPerSecond(channel), clients.count(channel)))
            .toList());
  }
}
