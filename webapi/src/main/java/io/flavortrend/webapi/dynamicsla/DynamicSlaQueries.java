package io.flavortrend.webapi.dynamicsla;

import io.flavortrend.webapi.cities.CityScope;
import io.flavortrend.webapi.paging.Cursor;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads {@code analytics.dynamic_sla_violations}. Thread-safe. */
@Component
public class DynamicSlaQueries {
  private static final String[] SORTED_BY = {"raised_at", "order_id", "kind"};

  private static final String PAGE =
      """
      select v.*, c.name as city_name, r.name as restaurant_name
      from (
        select * from analytics.dynamic_sla_violations
        where true%s
        order by raised_at desc, order_id desc, kind desc
        limit :limit) v
      join public.cities c on c.id = v.city_id
      left join public.restaurants r on r.id = v.restaurant_id
      order by v.raised_at desc, v.order_id desc, v.kind desc
      """;

  // A warning and a violation.
  private static final int MOST_OF_ORDER = 2;

  private final DatabaseClient database;

  DynamicSlaQueries(DatabaseClient database) {
    this.database = database;
  }

  /** Those raised last, after the cursor, at most {@code limit}; null means any kind or state. */
  Mono<List<DynamicViolation>> page(
      CityScope scope,
      @Nullable String kind,
      @Nullable String state,
      @Nullable Cursor after,
      int limit) {
    String sql =
        PAGE.formatted(
            scope.and("city_id")
                + (kind == null ? "" : " and kind = :kind")
                + (state == null ? "" : " and state = :state")
                + Cursor.after(after, SORTED_BY));
    GenericExecuteSpec query = scope.bind(database.sql(sql)).bind("limit", limit);
    if (kind != null) {
      query = query.bind("kind", kind);
    }
    if (state != null) {
      query = query.bind("state", state);
    }
    return Cursor.bind(after, query, SORTED_BY.length)
        .map(DynamicSlaQueries::violation)
        .all()
        .collectList();
  }

  /** What was raised of the order, the newest first. */
  public Mono<List<DynamicViolation>> ofOrder(long orderId) {
    return database
        .sql(PAGE.formatted(" and order_id = :orderId"))
        .bind("orderId", orderId)
        .bind("limit", MOST_OF_ORDER)
        .map(DynamicSlaQueries::violation)
        .all()
        .collectList();
  }

  private static DynamicViolation violation(Readable row) {
    return new DynamicViolation(
        row.get("order_id", Long.class),
        row.get("kind", String.class),
        row.get("city_id", Integer.class),
        row.get("city_name", String.class),
        row.get("restaurant_id", Long.class),
        row.get("restaurant_name", String.class),
        row.get("courier_id", Long.class),
        row.get("stage", String.class),
        row.get("model_version", String.class),
        row.get("predicted_delivery_at", Instant.class),
        row.get("predicted_p10_at", Instant.class),
        row.get("predicted_p90_at", Instant.class),
        row.get("promised_at", Instant.class),
        row.get("tolerance_minutes", Double.class),
        row.get("due_at", Instant.class),
        row.get("raised_at", Instant.class),
        row.get("lead_minutes", Double.class),
        row.get("expected_overrun_minutes", Double.class),
        row.get("state", String.class),
        row.get("actual_at", Instant.class),
        row.get("overrun_minutes", Double.class),
        row.get("version", Long.class));
  }
}
