package io.flavortrend.webapi.orders;

import io.flavortrend.access.AccessToken;
import io.flavortrend.contracts.cdc.OrderStatus;
import io.flavortrend.webapi.cities.Cities;
import io.flavortrend.webapi.paging.Cursor;
import io.flavortrend.webapi.paging.Page;
import io.flavortrend.webapi.problems.Problems;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Orders, the newest first. */
@RestController
class OrdersController {
  private final OrderQueries queries;
  private final Cities cities;

  OrdersController(OrderQueries queries, Cities cities) {
    this.queries = queries;
    this.cities = cities;
  }

  @GetMapping("/api/v1/orders/live")
  Mono<Page<LiveOrder>> live(
      @AuthenticationPrincipal AccessToken token,
      @RequestParam(required = false) @Nullable Integer city,
      @RequestParam(required = false) @Nullable String status,
      @RequestParam(defaultValue = "50") int limit,
      @RequestParam(required = false) @Nullable String cursor) {
    Page.requireLimit(limit);
    requireStatus(status);
    Cursor after = Cursor.parse(cursor);
    return cities
        .scope(token, city)
        .flatMap(scope -> queries.page(scope, status, after, limit + 1))
        .map(found -> Page.of(found, limit, last -> new Cursor(last.placedAt(), last.id())));
  }

  private static void requireStatus(@Nullable String status) {
    if (status != null
        && Arrays.stream(OrderStatus.values()).noneMatch(known -> known.code().equals(status))) {
      throw Problems.badParameter(
          "status",
          status,
          Arrays.stream(OrderStatus.values())
              .map(OrderStatus::code)
              .collect(Collectors.joining(", ", "one of ", "")));
    }
  }
}
