package io.flavortrend.webapi.restaurants;

import io.flavortrend.access.AccessToken;
import io.flavortrend.webapi.cities.Cities;
import io.flavortrend.webapi.problems.Problems;
import io.flavortrend.webapi.time.Present;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Restaurants with their newest features. */
@RestController
class RestaurantsController {
  private static final int MAX_LIMIT = 200;

  record Restaurants(List<LiveRestaurant> items, Instant asOf) {}

  private final RestaurantQueries queries;
  private final Cities cities;
  private final Present present;

  RestaurantsController(RestaurantQueries queries, Cities cities, Present present) {
    this.queries = queries;
    this.cities = cities;
    this.present = present;
  }

  @GetMapping("/api/v1/restaurants/live")
  Mono<Restaurants> live(
      @AuthenticationPrincipal AccessToken token,
      @RequestParam(required = false) @Nullable Integer city,
      @RequestParam(defaultValue = "load") String sort,
      @RequestParam(defaultValue = "50") int limit) {
    if (limit < 1 || limit > MAX_LIMIT) {
      throw Problems.badParameter(
          "limit", limit, "a whole number from 1 to %d".formatted(MAX_LIMIT));
    }
    RestaurantSort order = sort(sort);
    return Mono.zip(cities.scope(token, city), present.now())
        .flatMap(
            both ->
                queries
                    .live(both.getT1(), order, limit, both.getT2())
                    .map(items -> new Restaurants(items, both.getT2())));
  }

  private static RestaurantSort sort(String code) {
    return Arrays.stream(RestaurantSort.values())
        .filter(known -> known.code().equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                Problems.badParameter(
                    "sort",
                    code,
                    Arrays.stream(RestaurantSort.values())
                        .map(RestaurantSort::code)
                        .collect(Collectors.joining(", ", "one of ", ""))));
  }
}
