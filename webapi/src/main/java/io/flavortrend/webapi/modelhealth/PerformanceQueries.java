package io.flavortrend.webapi.modelhealth;

import io.flavortrend.webapi.cities.CityScope;
import io.flavortrend.webapi.time.Period;
import io.r2dbc.spi.Readable;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Sums up {@code analytics.model_performance} and {@code analytics.training_examples}. */
@Component
class PerformanceQueries {
  private static final String OF_WINDOWS =
      """
      select %1$s as key, sum(count)::bigint as count,
             sum(count * mae_minutes) / sum(count) as mae,
             sum(count * bias_minutes) / sum(count) as bias,
             sum(count * coverage) / sum(count) as coverage,
             sum(count * baseline_mae_minutes) / sum(count) as baseline_mae
      from analytics.model_performance
      where window_start >= :from and window_start < :to and count > 0%2$s
      group by 1
      order by 1
      """;

  private static final String OF_EXAMPLES =
      """
      select %1$s as key, count(*) as count,
             avg(abs(eta_minutes - actual_minutes)) as mae,
             avg(eta_minutes - actual_minutes) as bias,
             avg(case when actual_minutes between eta_p10_minutes and eta_p90_minutes
               then 1.0::float8 else 0 end) as coverage,
             avg(abs(baseline_minutes - actual_minutes)) as baseline_mae
      from analytics.training_examples
      where event_time >= :from and event_time < :to and %1$s is not null%2$s
      group by 1
      order by 1
      """;

  private final DatabaseClient database;

  PerformanceQueries(DatabaseClient database) {
    this.database = database;
  }

  /** The groups of the period, by key. */
  Mono<List<Performance>> by(Dimension dimension, CityScope scope, Period period) {
    String sql =
        (dimension.isOfExamples() ? OF_EXAMPLES : OF_WINDOWS)
            .formatted(dimension.sql(), scope.and("city_id") + dimension.and());
    return scope
        .bind(database.sql(sql))
        .bind("from", period.from())
        .bind("to", period.to())
        .map(PerformanceQueries::performance)
        .all()
        .collectList();
  }

  private static Performance performance(Readable row) {
    return new Performance(
        row.get("key", String.class),
        row.get("count", Long.class),
        row.get("mae", Double.class),
        row.get("bias", Double.class),
        row.get("coverage", Double.class),
        row.get("baseline_mae", Double.class));
  }
}
