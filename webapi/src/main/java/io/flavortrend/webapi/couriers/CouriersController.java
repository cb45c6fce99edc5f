package io.flavortrend.webapi.couriers;

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

/** Couriers with their newest features. */
@RestController
class CouriersController {
  private static final int MAX_LIMIT = 200;

  record Couriers(List<LiveCourier> items, Instant asOf) {}

  private final CourierQueries queries;
  private final Cities cities;
  private final Present present;

  CouriersController(CourierQueries queries, Cities cities, Present present) {
    this.queries = queries;
    this.cities = cities;
    this.present = present;
  }

  @GetMapping("/api/v1/couriers/live")
  Mono<Couriers> live(
      @AuthenticationPrincipal AccessToken token,
      @RequestParam(required = false) @Nullable Integer city,
      @RequestParam(defaultValue = "load") String sort,
      @RequestParam(defaultValue = "50") int limit) {
    if (limit < 1 || limit > MAX_LIMIT) {
      throw Problems.badParameter(
          "limit", limit, "a whole number from 1 to %d".formatted(MAX_LIMIT));
    }
    CourierSort order = sort(sort);
    return Mono.zip(cities.scope(token, city), present.now())
        .flatMap(
            both ->
                queries
                    .live(both.getT1(), order, limit, both.getT2())
                    .map(items -> new Couriers(items, both.getT2())));
  }

  private static CourierSort sort(String code) {
    return Arrays.stream(CourierSort.values())
        .filter(known -> known.code().equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                Problems.badParameter(
                    "sort",
                    code,
                    Arrays.stream(CourierSort.values())
                        .map(CourierSort::code)
                        .collect(Collectors.joining(", ", "one of ", ""))));
  }
}
