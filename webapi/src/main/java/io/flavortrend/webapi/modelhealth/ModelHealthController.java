package io.flavortrend.webapi.modelhealth;

import io.flavortrend.access.AccessToken;
import io.flavortrend.features.vector.EtaVector;
import io.flavortrend.webapi.WebapiConfig;
import io.flavortrend.webapi.cities.Cities;
import io.flavortrend.webapi.cities.CityScope;
import io.flavortrend.webapi.models.ModelVersions;
import io.flavortrend.webapi.models.Releases;
import io.flavortrend.webapi.time.Period;
import io.flavortrend.webapi.time.Present;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How well models predict. */
@RestController
class ModelHealthController {
  private record Champion(@Nullable String version, JsonNode metrics) {}

  private final PerformanceQueries performance;
  private final DriftWatch drift;
  private final ModelVersions versions;
  private final Releases releases;
  private final Cities cities;
  private final Present present;
  private final HealthConfig config;
  private final JsonMapper mapper;

  ModelHealthController(
      PerformanceQueries performance,
      DriftWatch drift,
      ModelVersions versions,
      Releases releases,
      Cities cities,
      Present present,
      WebapiConfig config,
      JsonMapper mapper) {
    this.performance = performance;
    this.drift = drift;
    this.versions = versions;
    this.releases = releases;
    this.cities = cities;
    this.present = present;
    this.config = config.health();
    this.mapper = mapper;
  }

  @GetMapping("/api/v1/model/health")
  Mono<ModelHealth> health(
      @AuthenticationPrincipal AccessToken token,
      @RequestParam(required = false) @Nullable Integer city,
      @RequestParam(required = false) @Nullable Instant from,
      @RequestParam(required = false) @Nullable Instant to,
      @RequestParam(required = false) @Nullable Integer minutes) {
    return Mono.zip(cities.scope(token, city), present.now())
        .flatMap(
            asked -> {
              Instant now = asked.getT2();
              Period period = Period.of(from, to, minutes, now, asked.getT1().isOne());
              return health(asked.getT1(), period, now);
            });
  }

  private Mono<ModelHealth> health(CityScope scope, Period period, Instant now) {
    return Mono.zip(performances(scope, period), champion(now))
        .flatMap(
            found ->
                watched(found.getT2())
                    .map(watched -> health(found.getT1(), found.getT2(), watched, period, now)));
  }

  private ModelHealth health(
      Map<Dimension, List<Performance>> found,
      Champion champion,
      Optional<DriftWatch.Watched> watched,
      Period period,
      Instant now) {
    DriftWatch.Watched moved = watched.orElse(null);
    List<Expectation> expectations =
        Expectation.of(champion.metrics(), of(found, Dimension.STAGE), config);
    return new ModelHealth(
        champion.version(),
        ModelHealth.status(expectations, moved),
        period.from(),
        period.to(),
        of(found, Dimension.TOTAL).stream().findFirst().orElse(null),
        of(found, Dimension.WINDOW),
        of(found, Dimension.CITY),
        of(found, Dimension.STAGE),
        of(found, Dimension.VERSION),
        of(found, Dimension.HOUR),
        of(found, Dimension.WEATHER).stream().map(ModelHealthController::named).toList(),
        expectations,
        moved,
        now);
  }

  private Mono<Map<Dimension, List<Performance>>> performances(CityScope scope, Period period) {
    return Flux.fromArray(Dimension.values())
        .concatMap(
            dimension ->
                performance.by(dimension, scope, period).map(found -> Map.entry(dimension, found)))
        .collect(
            () -> new EnumMap<Dimension, List<Performance>>(Dimension.class),
            (all, found) -> all.put(found.getKey(), found.getValue()))
        .map(all -> all);
  }

  private Mono<Champion> champion(Instant now) {
    return releases
        .championAt(now)
        .flatMap(
            version -> versions.metrics(version).map(metrics -> new Champion(version, metrics)))
        .defaultIfEmpty(new Champion(null, mapper.createObjectNode()));
  }

  private Mono<Optional<DriftWatch.Watched>> watched(Champion champion) {
    String version = champion.version();
    return version == null
        ? Mono.just(Optional.empty())
        : drift.of(version, champion.metrics()).map(Optional::of);
  }

  private static List<Performance> of(
      Map<Dimension, List<Performance>> found, Dimension dimension) {
    return found.getOrDefault(dimension, List.of());
  }

  /** By the condition's name in place of its code. */
  private static Performance named(Performance found) {
    return new Performance(
        EtaVector.WEATHER_CONDITIONS.get(Integer.parseInt(found.key())),
        found.count(),
        found.maeMinutes(),
        found.biasMinutes(),
        found.coverage(),
        found.baselineMaeMinutes());
  }
}
