package io.flavortrend.webapi.dynamicsla;

import io.flavortrend.access.AccessToken;
import io.flavortrend.contracts.values.DynamicSlaViolation.Kind;
import io.flavortrend.contracts.values.DynamicSlaViolation.State;
import io.flavortrend.webapi.cities.Cities;
import io.flavortrend.webapi.dynamicsla.CityFigures.Counts;
import io.flavortrend.webapi.dynamicsla.SummaryQueries.CityCounts;
import io.flavortrend.webapi.paging.Cursor;
import io.flavortrend.webapi.paging.Page;
import io.flavortrend.webapi.problems.Problems;
import io.flavortrend.webapi.time.Period;
import io.flavortrend.webapi.time.Present;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Early warnings and violations of predicted times: each, the newest first, and in sum. */
@RestController
@RequestMapping("/api/v1/dynamic-sla")
class DynamicSlaController {
  private static final List<String> KINDS = Arrays.stream(Kind.values()).map(Kind::code).toList();
  private static final List<String> STATES =
      Arrays.stream(State.values()).map(State::code).toList();

  record City(int cityId, String cityName, CityFigures figures) {}

  /**
   * @param aheadMinutes the lead from which a warning counts as ahead
   * @param items cities with something to tell, by id
   */
  record Summary(
      Instant from,
      Instant to,
      int aheadMinutes,
      CityFigures total,
      List<City> items,
      Instant asOf) {}

  private final DynamicSlaQueries queries;
  private final SummaryQueries summaries;
  private final Cities cities;
  private final Present present;

  DynamicSlaController(
      DynamicSlaQueries queries, SummaryQueries summaries, Cities cities, Present present) {
    this.queries = queries;
    this.summaries = summaries;
    this.cities = cities;
    this.present = present;
  }

  @GetMapping("/violations")
  Mono<Page<DynamicViolation>> violations(
      @AuthenticationPrincipal AccessToken token,
      @RequestParam(required = false) @Nullable Integer city,
      @RequestParam(required = false) @Nullable String kind,
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(defaultValue = "50") int limit,
      @RequestParam(required = false) @Nullable String cursor) {
    Page.requireLimit(limit);
    requireOneOf("kind", kind, KINDS);
    requireOneOf("state", state, STATES);
    Cursor after = Cursor.parse(cursor);
    return cities
        .scope(token, city)
        .flatMap(scope -> queries.page(scope, kind, state, after, limit + 1))
        .map(
            found ->
                Page.of(
                    found,
                    limit,
                    last -> new Cursor(last.raisedAt(), last.orderId(), last.kind())));
  }

  @GetMapping("/summary")
  Mono<Summary> summary(
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
              return summaries
                  .cities(asked.getT1(), period)
                  .map(found -> summary(period, found, now));
            });
  }

  private static Summary summary(Period period, List<CityCounts> found, Instant now) {
    return new Summary(
        period.from(),
        period.to(),
        SummaryQueries.AHEAD_MINUTES,
        found.stream().map(CityCounts::counts).reduce(Counts.NONE, Counts::plus).figures(),
        found.stream()
            .map(city -> new City(city.cityId(), city.cityName(), city.counts().figures()))
            .toList(),
        now);
  }

  private static void requireOneOf(String parameter, @Nullable String value, List<String> allowed) {
    if (value != null && !allowed.contains(value)) {
      throw Problems.badParameter(parameter, value, "one of " + String.join(", ", allowed));
    }
  }
}
