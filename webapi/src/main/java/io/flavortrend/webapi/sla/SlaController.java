package io.flavortrend.webapi.sla;

import io.flavortrend.access.AccessToken;
import io.flavortrend.webapi.cities.Cities;
import io.flavortrend.webapi.paging.Cursor;
import io.flavortrend.webapi.paging.Page;
import io.flavortrend.webapi.problems.Problems;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Violations of the fixed limits, the newest first. */
@RestController
class SlaController {
  private static final List<String> STATES = List.of("open", "closed", "withdrawn");

  private final SlaQueries queries;
  private final Cities cities;

  SlaController(SlaQueries queries, Cities cities) {
    this.queries = queries;
    this.cities = cities;
  }

  @GetMapping("/api/v1/sla/violations")
  Mono<Page<SlaViolation>> violations(
      @AuthenticationPrincipal AccessToken token,
      @RequestParam(required = false) @Nullable Integer city,
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(defaultValue = "50") int limit,
      @RequestParam(required = false) @Nullable String cursor) {
    Page.requireLimit(limit);
    if (state != null && !STATES.contains(state)) {
      throw Problems.badParameter("state", state, "one of " + String.join(", ", STATES));
    }
    Cursor after = Cursor.parse(cursor);
    return cities
        .scope(token, city)
        .flatMap(scope -> queries.page(scope, state, after, limit + 1))
        .map(
            found ->
                Page.of(
                    found,
                    limit,
                    last -> new Cursor(last.dueAt(), last.orderId(), last.limitName())));
  }
}
