package io.flavortrend.webapi.modelhealth;

import io.flavortrend.features.catalogue.Feature.Type;
import io.flavortrend.features.vector.EtaVector;
import io.flavortrend.features.vector.VectorElement;
import io.flavortrend.inference.drift.Fingerprint;
import io.flavortrend.webapi.WebapiConfig;
import io.flavortrend.webapi.time.Present;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;

/**
 * Compares the vectors of the last hours with what a model was trained on; once a minute, however
 * many pages are open. Of all cities: a model is one for all. Thread-safe.
 */
@Component
class DriftWatch {
  private static final Duration FRESH = Duration.ofSeconds(30);
  private static final int MAX_VERSIONS = 10;

  /**
   * @param from where it is looked for
   * @param vectors that were compared
   * @param features in the vector's order; empty where nothing can be compared
   * @param unavailable why, one clear sentence; null where there is something
   */
  record Watched(
      Instant from,
      Instant to,
      long vectors,
      List<FeatureDrift> features,
      @Nullable String unavailable) {}

  private static final Set<String> CATEGORIES =
      EtaVector.all().stream()
          .filter(element -> element.type() == Type.CATEGORY)
          .map(VectorElement::name)
          .collect(Collectors.toUnmodifiableSet());

  private final DriftQueries queries;
  private final Present present;
  private final HealthConfig config;
  private final Map<String, Mono<Watched>> byVersion = new ConcurrentHashMap<>();

  DriftWatch(DriftQueries queries, Present present, WebapiConfig config) {
    this.queries = queries;
    this.present = present;
    this.config = config.health();
  }

  /**
   * What has moved.
   *
   * @param metrics of the version's package
   */
  Mono<Watched> of(String version, JsonNode metrics) {
    if (byVersion.size() > MAX_VERSIONS) {
      byVersion.clear();
    }
    return byVersion.computeIfAbsent(
        version,
        key ->
            present
                .now()
                .flatMap(now -> watch(metrics, now))
                .cache(watched -> FRESH, failure -> Duration.ZERO, () -> Duration.ZERO));
  }

  private Mono<Watched> watch(JsonNode metrics, Instant now) {
    Instant from = now.minus(config.driftBack());
    Fingerprint trained;
    try {
      trained = Fingerprint.of(metrics, CATEGORIES);
    } catch (IllegalArgumentException e) {
      return Mono.just(new Watched(from, now, 0, List.of(), String.valueOf(e.getMessage())));
    }
    if (trained.features().isEmpty()) {
      return Mono.just(
          new Watched(from, now, 0, List.of(), "The model's package has no fingerprint"));
    }
    return queries
        .sample(from, now, config.driftSlice())
        .publishOn(Schedulers.boundedElastic())
        .collect(() -> new DriftCounts(trained), DriftCounts::add)
        .map(
            counts ->
                new Watched(
                    from,
                    now,
                    counts.vectors(),
                    counts.drifts(config),
                    counts.vectors() == 0 ? "Nothing was predicted in this time" : null));
  }
}
