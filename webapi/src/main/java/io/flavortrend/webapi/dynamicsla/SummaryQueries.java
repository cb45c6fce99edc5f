package io.flavortrend.webapi.dynamicsla;

import io.flavortrend.webapi.cities.CityScope;
import io.flavortrend.webapi.dynamicsla.CityFigures.Counts;
import io.flavortrend.webapi.dynamicsla.CityFigures.States;
import io.flavortrend.webapi.time.Period;
import io.r2dbc.spi.Readable;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Counts what was raised and what came of it, city by city. Thread-safe. */
@Component
class SummaryQueries {
  /** Minutes before the promise from which a warning leaves time to act. */
  static final int AHEAD_MINUTES = 10;

  record CityCounts(int cityId, String cityName, Counts counts) {}

  // A broken promise is an order's, found by when it was placed, which has an index; no order is
  // on its way for as long as that. A warning that was taken back counts as what its order became.
  private static final String CITIES =
      """
      with raised as (
        select v.city_id,
               count(*) filter (where v.kind = 'early_warning' and v.state = 'open') as w_open,
               count(*) filter (where v.kind = 'early_warning' and v.state = 'closed')
                 as w_closed,
               count(*) filter (where v.kind = 'early_warning' and v.state = 'withdrawn')
                 as w_withdrawn,
               count(*) filter (where v.kind = 'violation' and v.state = 'open') as v_open,
               count(*) filter (where v.kind = 'violation' and v.state = 'closed') as v_closed,
               count(*) filter (where v.kind = 'violation' and v.state = 'withdrawn')
                 as v_withdrawn,
               count(*) filter (where v.kind = 'early_warning' and o.delivered_at is not null)
                 as judged,
               count(*) filter (where v.kind = 'early_warning'
                 and o.delivered_at > v.promised_at) as came_true
        from analytics.dynamic_sla_violations v
        left join public.orders o on o.id = v.order_id
        where v.raised_at >= :from and v.raised_at < :to%1$s
        group by v.city_id),
      broken as (
        select o.city_id, count(*) as broken, count(w.order_id) as warned,
               count(*) filter (where w.lead_minutes >= :ahead) as warned_ahead,
               coalesce(sum(w.lead_minutes), 0) as lead_minutes
        from public.orders o
        left join analytics.dynamic_sla_violations w
          on w.order_id = o.id and w.kind = 'early_warning'
        where o.placed_at >= :from::timestamptz - interval '12 hours' and o.placed_at < :to
          and o.delivered_at >= :from and o.delivered_at < :to
          and o.delivered_at > o.promised_at%2$s
        group by o.city_id)
      select c.id, c.name,
             coalesce(w_open, 0) as w_open, coalesce(w_closed, 0) as w_closed,
             coalesce(w_withdrawn, 0) as w_withdrawn, coalesce(v_open, 0) as v_open,
             coalesce(v_closed, 0) as v_closed, coalesce(v_withdrawn, 0) as v_withdrawn,
             coalesce(broken, 0) as broken, coalesce(warned, 0) as warned,
             coalesce(warned_ahead, 0) as warned_ahead,
             coalesce(lead_minutes, 0) as lead_minutes, coalesce(judged, 0) as judged,
             coalesce(came_true, 0) as came_true
      from raised
      full join broken using (city_id)
      join public.cities c on c.id = city_id
      order by c.id
      """;

  private final DatabaseClient database;

  SummaryQueries(DatabaseClient database) {
    this.database = database;
  }

  /** Cities of which something was raised or a promise was broken in the period, by id. */
  Mono<List<CityCounts>> cities(CityScope scope, Period period) {
    return scope
        .bind(database.sql(CITIES.formatted(scope.and("v.city_id"), scope.and("o.city_id"))))
        .bind("from", period.from())
        .bind("to", period.to())
        .bind("ahead", AHEAD_MINUTES)
        .map(SummaryQueries::city)
        .all()
        .collectList();
  }

  private static CityCounts city(Readable row) {
    return new CityCounts(
        row.get("id", Integer.class),
        row.get("name", String.class),
        new Counts(
            states(row, "w"),
            states(row, "v"),
            row.get("broken", Long.class),
            row.get("warned", Long.class),
            row.get("warned_ahead", Long.class),
            row.get("lead_minutes", Double.class),
            row.get("judged", Long.class),
            row.get("came_true", Long.class)));
  }

  private static States states(Readable row, String kind) {
    return new States(
        row.get(kind + "_open", Long.class),
        row.get(kind + "_closed", Long.class),
        row.get(kind + "_withdrawn", Long.class));
  }
}
