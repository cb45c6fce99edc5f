package io.flavortrend.webapi.orders;

import io.flavortrend.access.AccessToken;
import io.flavortrend.contracts.cdc.OrderStatus;
import io.flavortrend.webapi.cities.Cities;
import io.flavortrend.webapi.problems.Problems;
import java.util.Arrays;
import java.util.List;
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
  private static final int MAX_LIMIT = 200;

  /**
   * @param nextCursor null on the last page
   */
  record Page(List<LiveOrder> items, @Nullable String nextCursor) {}

  private final OrderQueries queries;
  private final Cities cities;

  OrdersController(OrderQueries queries, Cities cities) {
    this.queries = queries;
    this.cities = cities;
  }

  @GetMapping("/api/v1/orders/live")
  Mono<Page> live(
      @AuthenticationPrincipal AccessToken token,
      @RequestParam(required = false) @Nullable Integer city,
      @RequestParam(required = false) @Nullable String status,
      @RequestParam(defaultValue = "50") int limit,
      @RequestParam(required = false) @Nullable String cursor) {
    if (limit < 1 || limit > MAX_LIMIT) {
      throw Problems.badParameter(
          "limit", limit, "a whole number from 1 to %d".formatted(MAX_LIMIT));
    }
    requireStatus(status);
    OrderCursor after = cursor == null ? null : OrderCursor.parse(cursor);
    return cities
        .scope(token, city)
        .flatMap(scope -> queries.page(scope, status, after, limit + 1))
        .map(found -> page(found, limit));
  }

  private static Page page(List<LiveOrder> found, int limit) {
    if (found.size() <= limit) {
      return new Page(found, null);
    }
    List<LiveOrder> items = found.subList(0, limit);
    LiveOrder last = items.get(limit - 1);
    return new Page(items, new OrderCursor(last.placedAt(), last.id()).text());
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
