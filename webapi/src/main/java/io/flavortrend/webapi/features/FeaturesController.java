package io.flavortrend.webapi.features;

import io.flavortrend.access.AccessToken;
import io.flavortrend.features.catalogue.FeatureEntity;
import io.flavortrend.webapi.problems.Problems;
import io.flavortrend.webapi.time.Present;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The newest features of a restaurant, a courier or a city. */
@RestController
class FeaturesController {
  private final FeatureQueries queries;
  private final Present present;

  FeaturesController(FeatureQueries queries, Present present) {
    this.queries = queries;
    this.present = present;
  }

  @GetMapping("/api/v1/features/{entity}/{id}")
  Mono<EntityFeatures> newest(
      @AuthenticationPrincipal AccessToken token,
      @PathVariable String entity,
      @PathVariable long id) {
    FeatureEntity asked = entity(entity);
    return present
        .now()
        .flatMap(now -> queries.newest(asked, id, now))
        .switchIfEmpty(
            Mono.error(
                () -> Problems.notFound("There are no features of %s %d".formatted(entity, id))))
        .doOnNext(found -> requireVisible(token, found));
  }

  private static void requireVisible(AccessToken token, EntityFeatures found) {
    Integer city = found.cityId();
    // Who may see all cities may also see what belongs to none yet.
    if (!token.cities().isEmpty() && (city == null || !token.maySee(city))) {
      throw Problems.forbidden(
          "%s %d is not in a city that is yours to see"
              .formatted(found.entity(), found.entityId()));
    }
  }

  private static FeatureEntity entity(String code) {
    return Arrays.stream(FeatureEntity.values())
        .filter(known -> known.code().equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                Problems.badParameter(
                    "entity",
                    code,
                    Arrays.stream(FeatureEntity.values())
                        .map(FeatureEntity::code)
                        .collect(Collectors.joining(", ", "one of ", ""))));
  }
}
