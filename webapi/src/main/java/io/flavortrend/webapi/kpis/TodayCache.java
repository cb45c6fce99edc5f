package io.flavortrend.webapi.kpis;

import io.flavortrend.webapi.cities.CityScope;
import io.flavortrend.webapi.time.Present;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Asks for today's figures once a second for each scope, however many pages are open: the sum is
 * over the whole table. Thread-safe.
 */
@Component
class TodayCache {
  private static final Duration FRESH = Duration.ofSeconds(1);
  private static final int MAX_SCOPES = 500;

  private final KpiQueries queries;
  private final Present present;
  private final Map<String, Mono<Today>> byScope = new ConcurrentHashMap<>();

  TodayCache(KpiQueries queries, Present present) {
    this.queries = queries;
    this.present = present;
  }

  Mono<Today> get(CityScope scope) {
    if (byScope.size() > MAX_SCOPES) {
      byScope.clear();
    }
    return byScope.computeIfAbsent(
        scope.key(),
        key ->
            present
                .now()
                .flatMap(now -> queries.today(scope, now))
                .cache(today -> FRESH, failure -> Duration.ZERO, () -> Duration.ZERO));
  }
}
