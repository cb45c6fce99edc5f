package io.flavortrend.webapi.orders;

import io.flavortrend.access.AccessToken;
import io.flavortrend.contracts.cdc.OrderStatus;
import io.flavortrend.webapi.cities.Cities;
import io.flavortrend.webapi.dynamicsla.DynamicSlaQueries;
import io.flavortrend.webapi.paging.Cursor;
import io.flavortrend.webapi.paging.Page;
import io.flavortrend.webapi.problems.Problems;
import io.flavortrend.webapi.sla.SlaQueries;
import io.flavortrend.webapi.time.Present;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Orders, the newest first. */
@RestController
class OrdersController {
  private final OrderQueries queries;
  private final PredictionQueries predictions;
  private final SlaQueries violations;
  private final DynamicSlaQueries dynamicViolations;
  private final Cities cities;
  private final Present present;

  OrdersController(
      OrderQueries queries,
      PredictionQueries predictions,
      SlaQueries violations,
      DynamicSlaQueries dynamicViolations,
      Cities cities,
      Present present) {
    this.queries = queries;
    this.predictions = predictions;
    this.violations = violations;
    this.dynamicViolations = dynamicViolations;
    this.cities = cities;
    this.present = present;
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

  @GetMapping("/api/v1/orders/{id}")
  Mono<OrderDetails> one(@AuthenticationPrincipal AccessToken token, @PathVariable long id) {
    return queries
        .find(id)
        .switchIfEmpty(Mono.error(() -> Problems.notFound("There is no order %d".formatted(id))))
        .filter(order -> token.maySee(order.cityId()))
        .switchIfEmpty(
            Mono.error(
                () ->
                    Problems.forbidden(
                        "Order %d is not in a city that is yours to see".formatted(id))))
        .flatMap(this::details);
  }

  private Mono<OrderDetails> details(LiveOrder order) {
    return Mono.zip(
            predictions.ofOrder(order.id()),
            violations.ofOrder(order.id()),
            dynamicViolations.ofOrder(order.id()),
            present.now())
        .map(
            found ->
                new OrderDetails(
                    order,
                    OrderDetails.timeline(order),
                    found.getT1(),
                    found.getT2(),
                    found.getT3(),
                    found.getT4()));
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
