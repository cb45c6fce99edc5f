package io.flavortrend.webapi.sla;

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

/** Reads {@code analytics.sla_violations}. Thread-safe. */
@Component
public class SlaQueries {
  private static final String[] SORTED_BY = {"due_at", "order_id", "limit_name"};

  private static final String PAGE =
      """
      select v.*, c.name as city_name, r.name as restaurant_name
      from (
        select * from analytics.sla_violations
        where true%s
        order by due_at desc, order_id desc, limit_name desc
        limit :limit) v
      join public.cities c on c.id = v.city_id
      left join public.restaurants r on r.id = v.restaurant_id
      order by v.due_at desc, v.order_id desc, v.limit_name desc
      """;

  // An order breaks each of the four limits once at most.
  private static final int MOST_OF_ORDER = 4;

  private final DatabaseClient database;

  SlaQueries(DatabaseClient database) {
    this.database = database;
  }

  /** The violations that were due last, after the cursor, at most {@code limit}. */
  Mono<List<SlaViolation>> page(
      CityScope scope, @Nullable String state, @Nullable Cursor after, int limit) {
    String sql =
        PAGE.formatted(
            scope.and("city_id")
                + (state == null ? "" : " and state = :state")
                + Cursor.after(after, SORTED_BY));
    GenericExecuteSpec query = scope.bind(database.sql(sql)).bind("limit", limit);
    if (state != null) {
      query = query.bind("state", state);
    }
    return Cursor.bind(after, query, SORTED_BY.length)
        .map(SlaQueries::violation)
        .all()
        .collectList();
  }

  /** The limits that the order has broken, the one that was due last first. */
  public Mono<List<SlaViolation>> ofOrder(long orderId) {
    return database
        .sql(PAGE.formatted(" and order_id = :orderId"))
        .bind("orderId", orderId)
        .bind("limit", MOST_OF_ORDER)
        .map(SlaQueries::violation)
        .all()
        .collectList();
  }

  private static SlaViolation violation(Readable row) {
    return new SlaViolation(
        row.get("order_id", Long.class),
        row.get("limit_name", String.class),
        row.get("city_id", Integer.class),
        row.get("city_name", String.class),
        row.get("restaurant_id", Long.class),
        row.get("restaurant_name", String.class),
        row.get("courier_id", Long.class),
        row.get("limit_minutes", Double.class),
        row.get("started_at", Instant.class),
        row.get("due_at", Instant.class),
        row.get("state", String.class),
        row.get("actual_at", Instant.class),
        row.get("overrun_minutes", Double.class),
        row.get("historical", Boolean.class),
        row.get("version", Long.class));
  }
}
