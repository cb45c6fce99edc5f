package io.flavortrend.webapi.kpis;

import io.flavortrend.access.AccessToken;
import io.flavortrend.webapi.cities.Cities;
import io.flavortrend.webapi.time.Period;
import io.flavortrend.webapi.time.Present;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Figures of cities. */
@RestController
@RequestMapping("/api/v1/kpis")
class KpisController {
  /** Minutes in order of window_start, then city_id. */
  record Minutes(List<CityMinute> items, Instant asOf) {}

  private final KpiQueries queries;
  private final TodayCache today;
  private final Cities cities;
  private final Present present;

  KpisController(KpiQueries queries, TodayCache today, Cities cities, Present present) {
    this.queries = queries;
    this.today = today;
    this.cities = cities;
    this.present = present;
  }

  @GetMapping
  Mono<Minutes> minutes(
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
              return queries
                  .minutes(asked.getT1(), period.from(), period.to())
                  .map(items -> new Minutes(items, now));
            });
  }

  @GetMapping("/today")
  Mono<Today> today(
      @AuthenticationPrincipal AccessToken token,
      @RequestParam(required = false) @Nullable Integer city) {
    return cities.scope(token, city).flatMap(today::get);
  }
}
