package io.flavortrend.webapi.sentiment;

import io.flavortrend.access.AccessToken;
import io.flavortrend.webapi.cities.Cities;
import io.flavortrend.webapi.problems.Problems;
import io.flavortrend.webapi.time.Present;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What reviews of the last hours say. */
@RestController
class SentimentController {
  private static final int MAX_MINUTES = 24 * 60;
  private static final int MAX_LIMIT = 200;

  record Sentiment(List<EntitySentiment> items, Instant asOf) {}

  private final SentimentQueries queries;
  private final Cities cities;
  private final Present present;

  SentimentController(SentimentQueries queries, Cities cities, Present present) {
    this.queries = queries;
    this.cities = cities;
    this.present = present;
  }

  @GetMapping("/api/v1/sentiment")
  Mono<Sentiment> sentiment(
      @AuthenticationPrincipal AccessToken token,
      @RequestParam(required = false) @Nullable Integer city,
      @RequestParam(defaultValue = "restaurant") String entity,
      @RequestParam(defaultValue = "240") int minutes,
      @RequestParam(defaultValue = "reviews") String sort,
      @RequestParam(defaultValue = "50") int limit) {
    requireWithin("minutes", minutes, MAX_MINUTES);
    requireWithin("limit", limit, MAX_LIMIT);
    Entity asked = entity(entity);
    SentimentSort order = sort(sort);
    return Mono.zip(cities.scope(token, city), present.now())
        .flatMap(
            both -> {
              Instant now = both.getT2();
              return queries
                  .since(both.getT1(), asked, now.minus(Duration.ofMinutes(minutes)), order, limit)
                  .map(items -> new Sentiment(items, now));
            });
  }

  private static void requireWithin(String parameter, int value, int most) {
    if (value < 1 || value > most) {
      throw Problems.badParameter(parameter, value, "a whole number from 1 to %d".formatted(most));
    }
  }

  private static Entity entity(String code) {
    return Arrays.stream(Entity.values())
        .filter(known -> known.code().equals(code))
        .findFirst()
        .orElseThrow(() -> Problems.badParameter("entity", code, "one of restaurant, courier"));
  }

  private static SentimentSort sort(String code) {
    return Arrays.stream(SentimentSort.values())
        .filter(known -> known.code().equals(code))
        .findFirst()
        .orElseThrow(() -> Problems.badParameter("sort", code, "one of reviews, negative"));
  }
}
