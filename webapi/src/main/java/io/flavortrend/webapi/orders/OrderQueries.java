package io.flavortrend.webapi.orders;

import io.flavortrend.webapi.cities.CityScope;
import io.flavortrend.webapi.paging.Cursor;
import io.r2dbc.spi.Readable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads {@code public.orders} with the newest prediction of each. */
@Component
class OrderQueries {
  private static final String[] SORTED_BY = {"placed_at", "id"};

  // The page is cut out before names and predictions are looked up, so that the joins touch its
  // rows only.
  private static final String PAGE =
      """
      select o.*, c.name as city_name, r.name as restaurant_name, p.*
      from (
        select * from public.orders
        where true%s
        order by placed_at desc, id desc
        limit :limit) o
      join public.cities c on c.id = o.city_id
      join public.restaurants r on r.id = o.restaurant_id
      left join lateral (
        select stage, eta_minutes, eta_p10_minutes, eta_p90_minutes, predicted_delivery_at,
               baseline_minutes, model_version, event_time, degraded, capped, reasons,
               version as prediction_version
        from analytics.eta_predictions
        where order_id = o.id
        order by array_position(array['placed', 'assigned', 'picked_up'], stage) desc
        limit 1) p on true
      order by o.placed_at desc, o.id desc
      """;

  private final DatabaseClient database;

  OrderQueries(DatabaseClient database) {
    this.database = database;
  }

  /** The newest orders after the cursor, at most {@code limit}. */
  Mono<List<LiveOrder>> page(
      CityScope scope, @Nullable String status, @Nullable Cursor after, int limit) {
    String sql =
        PAGE.formatted(
            scope.and("city_id")
                + (status == null ? "" : " and status = :status")
                + Cursor.after(after, SORTED_BY));
    GenericExecuteSpec query = scope.bind(database.sql(sql)).bind("limit", limit);
    if (status != null) {
      query = query.bind("status", status);
    }
    return Cursor.bind(after, query, SORTED_BY.length).map(OrderQueries::order).all().collectList();
  }

  /** One order; empty where there is none. */
  Mono<LiveOrder> find(long id) {
    return database
        .sql(PAGE.formatted(" and id = :id"))
        .bind("id", id)
        .bind("limit", 1)
        .map(OrderQueries::order)
        .one();
  }

  private static LiveOrder order(Readable row) {
    return new LiveOrder(
        row.get("id", Long.class),
        row.get("city_id", Integer.class),
        row.get("city_name", String.class),
        row.get("restaurant_id", Long.class),
        row.get("restaurant_name", String.class),
        row.get("courier_id", Long.class),
        row.get("status", String.class),
        row.get("placed_at", Instant.class),
        row.get("accepted_at", Instant.class),
        row.get("assigned_at", Instant.class),
        row.get("ready_at", Instant.class),
        row.get("picked_up_at", Instant.class),
        row.get("delivered_at", Instant.class),
        row.get("cancelled_at", Instant.class),
        row.get("promised_at", Instant.class),
        row.get("distance_km", BigDecimal.class),
        row.get("item_count", Integer.class),
        row.get("total_amount", BigDecimal.class),
        row.get("currency", String.class),
        row.get("updated_at", Instant.class),
        row.get("stage") == null ? null : OrderPrediction.of(row));
  }
}
