package io.flavortrend.webapi.time;

import io.flavortrend.contracts.TimeDomain;
import io.flavortrend.webapi.WebapiConfig;
import java.time.Clock;
import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The present: the wall clock in the live domain. In the log domain it is where the replay has come
 * to, so that "the last hour" means the replayed hour. Thread-safe.
 */
@Component
public class Present {
  private static final String NEWEST =
      """
      select coalesce(
        (select max(window_start) + interval '1 minute' from analytics.city_kpis),
        (select max(placed_at) from public.orders)) as newest
      """;

  private final TimeDomain domain;
  private final Clock clock;
  private final DatabaseClient database;

  Present(WebapiConfig config, Clock clock, DatabaseClient database) {
    this.domain = config.timeDomain();
    this.clock = clock;
    this.database = database;
  }

  /** The present instant. */
  public Mono<Instant> now() {
    if (domain == TimeDomain.LIVE) {
      return Mono.fromSupplier(clock::instant);
    }
    return database
        .sql(NEWEST)
        .mapValue(Instant.class)
        .one()
        .switchIfEmpty(Mono.fromSupplier(clock::instant));
  }
}
