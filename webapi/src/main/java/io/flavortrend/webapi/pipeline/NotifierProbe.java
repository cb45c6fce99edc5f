package io.flavortrend.webapi.pipeline;

import io.flavortrend.access.AccessToken;
import io.flavortrend.access.AccessTokens;
import io.flavortrend.access.Role;
import io.flavortrend.webapi.pipeline.PipelineStatus.StageLatency;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Asks the notifier for the latency of each stage. */
final class NotifierProbe {
  private static final Duration TOKEN_LIFETIME = Duration.ofMinutes(1);

  private final RestProbe rest;
  private final AccessTokens tokens;
  private final Clock clock;

  NotifierProbe(RestProbe rest, AccessTokens tokens, Clock clock) {
    this.rest = rest;
    this.tokens = tokens;
    this.clock = clock;
  }

  Mono<List<StageLatency>> ask() {
    AccessToken ours =
        new AccessToken("webapi", Role.VIEWER, Set.of(), 0, clock.instant().plus(TOKEN_LIFETIME));
    return rest.withToken(tokens.sign(ours))
        .get("/latency")
        .map(
            answer ->
                StreamSupport.stream(answer.path("stages").spliterator(), false)
                    .map(NotifierProbe::stage)
                    .toList());
  }

  private static StageLatency stage(JsonNode stage) {
    return new StageLatency(
        stage.path("stage").asString(""),
        stage.path("count").asLong(0),
        number(stage.get("p50_ms")),
        number(stage.get("p99_ms")),
        number(stage.get("max_ms")));
  }

  private static @Nullable Double number(@Nullable JsonNode node) {
    return node == null || !node.isNumber() ? null : node.doubleValue();
  }
}
