package io.flavortrend.webapi.kpis;

import io.flavortrend.webapi.cities.CityScope;
import io.r2dbc.spi.Readable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads {@code analytics.city_kpis}. */
@Component
class KpiQueries {
  /** One currency's share of today; deliveryMinutes is the sum over deliveries. */
  private record CurrencyDay(
      String currency,
      long orders,
      long delivered,
      long cancelled,
      long open,
      BigDecimal revenue,
      double deliveryMinutes) {}

  private static final String MINUTES =
      """
      select city_id, window_start, orders, delivered, cancelled, revenue, avg_delivery_minutes,
             active_couriers, pressure, version
      from analytics.city_kpis
      where window_start >= :from and window_start < :to%s
      order by window_start, city_id
      """;

  // Open orders are what was placed and has not ended, over all minutes. Counting public.orders by
  // status instead would need an index that every change of status has to keep up.
  private static final String TODAY =
      """
      with days as (
        select id, currency,
               date_trunc('day', :now at time zone timezone) at time zone timezone as day_start
        from public.cities
        where true%s)
      select d.currency,
             coalesce(sum(k.orders) filter (where k.window_start >= d.day_start), 0)::bigint
               as orders,
             coalesce(sum(k.delivered) filter (where k.window_start >= d.day_start), 0)::bigint
               as delivered,
             coalesce(sum(k.cancelled) filter (where k.window_start >= d.day_start), 0)::bigint
               as cancelled,
             coalesce(sum(k.orders - k.delivered - k.cancelled), 0)::bigint as open,
             coalesce(sum(k.revenue) filter (where k.window_start >= d.day_start), 0) as revenue,
             coalesce(sum(k.avg_delivery_minutes * k.delivered)
               filter (where k.window_start >= d.day_start), 0) as delivery_minutes
      from days d
      join analytics.city_kpis k on k.city_id = d.id
      group by d.currency
      order by d.currency
      """;

  private final DatabaseClient database;

  KpiQueries(DatabaseClient database) {
    this.database = database;
  }

  Mono<List<CityMinute>> minutes(CityScope scope, Instant from, Instant to) {
    return scope
        .bind(database.sql(MINUTES.formatted(scope.and("city_id"))))
        .bind("from", from)
        .bind("to", to)
        .map(KpiQueries::minute)
        .all()
        .collectList();
  }

  Mono<Today> today(CityScope scope, Instant now) {
    return scope
        .bind(database.sql(TODAY.formatted(scope.and("id"))))
        .bind("now", now)
        .map(KpiQueries::day)
        .all()
        .collectList()
        .map(days -> sum(days, now));
  }

  private static CityMinute minute(Readable row) {
    return new CityMinute(
        row.get("city_id", Integer.class),
        row.get("window_start", Instant.class),
        row.get("orders", Long.class),
        row.get("delivered", Long.class),
        row.get("cancelled", Long.class),
        row.get("revenue", BigDecimal.class),
        row.get("avg_delivery_minutes", Double.class),
        row.get("active_couriers", Integer.class),
        row.get("pressure", Double.class),
        row.get("version", Long.class));
  }

  private static CurrencyDay day(Readable row) {
    return new CurrencyDay(
        row.get("currency", String.class),
        row.get("orders", Long.class),
        row.get("delivered", Long.class),
        row.get("cancelled", Long.class),
        row.get("open", Long.class),
        row.get("revenue", BigDecimal.class),
        row.get("delivery_minutes", Double.class));
  }

  private static Today sum(List<CurrencyDay> days, Instant now) {
    long delivered = days.stream().mapToLong(CurrencyDay::delivered).sum();
    double minutes = days.stream().mapToDouble(CurrencyDay::deliveryMinutes).sum();
    return new Today(
        days.stream().mapToLong(CurrencyDay::orders).sum(),
        delivered,
        days.stream().mapToLong(CurrencyDay::cancelled).sum(),
        Math.max(0, days.stream().mapToLong(CurrencyDay::open).sum()),
        days.stream()
            .map(day -> new Today.Money(day.currency(), day.revenue().setScale(3)))
            .toList(),
        delivered == 0 ? null : minutes / delivered,
        now);
  }
}
