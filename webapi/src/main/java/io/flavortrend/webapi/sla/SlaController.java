package io.flavortrend.webapi.sla;

import io.flavortrend.access.AccessToken;
import io.flavortrend.webapi.cities.Cities;
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
  private static final int MAX_LIMIT = 200;
  private static final List<String> STATES = List.of("open", "closed", "withdrawn");

  /**
   * @param nextCursor null on the last page
   */
  record ViolationPage(List<SlaViolation> items, @Nullable String nextCursor) {}

  private final SlaQueries queries;
  private final Cities cities;

  SlaController(SlaQueries queries, Cities cities) {
    this.queries = queries;
    this.cities = cities;
  }

  @GetMapping("/api/v1/sla/violations")
  Mono<ViolationPage> violations(
      @AuthenticationPrincipal AccessToken token,
      @RequestParam(required = false) @Nullable Integer city,
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(defaultValue = "50") int limit,
      @RequestParam(required = false) @Nullable String cursor) {
    if (limit < 1 || limit > MAX_LIMIT) {
      throw Problems.badParameter(
          "limit", limit, "a whole number from 1 to %d".formatted(MAX_LIMIT));
    }
    if (state != null && !STATES.contains(state)) {
      throw Problems.badParameter("state", state, "one of " + String.join(", ", STATES));
    }
    SlaCursor after = cursor == null ? null : SlaCursor.parse(cursor);
    return cities
        .scope(token, city)
        .flatMap(scope -> queries.page(scope, state, after, limit + 1))
        .map(found -> page(found, limit));
  }

  private static ViolationPage page(List<SlaViolation> found, int limit) {
    if (found.size() <= limit) {
      return new ViolationPage(found, null);
    }
    List<SlaViolation> items = found.subList(0, limit);
    SlaViolation last = items.get(limit - 1);
    return new ViolationPage(
        items, new SlaCursor(last.dueAt(), last.orderId(), last.limitName()).text());
  }
}
