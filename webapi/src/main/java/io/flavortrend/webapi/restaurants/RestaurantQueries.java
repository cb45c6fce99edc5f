package io.flavortrend.webapi.restaurants;

import io.flavortrend.webapi.cities.CityScope;
import io.flavortrend.webapi.features.FeatureColumns;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads {@code analytics.restaurant_features} for the list of restaurants. */
@Component
class RestaurantQueries {
  private static final int MINUTES_OF_RATE = 60;

  // The list is cut before names are looked up, so that the joins touch its rows only.
  private static final String LIVE =
      """
      select f.*, r.name, c.name as city_name
      from (
        select * from analytics.restaurant_features f
        where true%1$s
        order by %2$s
        limit :limit) f
      left join public.restaurants r on r.id = f.restaurant_id
      left join public.cities c on c.id = f.city_id
      order by %2$s
      """;

  private final DatabaseClient database;

  RestaurantQueries(DatabaseClient database) {
    this.database = database;
  }

  /** The first restaurants in this order, at most {@code limit}. */
  Mono<List<LiveRestaurant>> live(CityScope scope, RestaurantSort sort, int limit, Instant now) {
    return scope
        .bind(database.sql(LIVE.formatted(scope.and("f.city_id"), sort.sql())))
        .bind("limit", limit)
        .map(row -> restaurant(row, now))
        .all()
        .collectList();
  }

  private static LiveRestaurant restaurant(Readable row, Instant now) {
    Double open = FeatureColumns.value(row, "open_orders");
    Double prepMinutes = FeatureColumns.value(row, "prep_minutes_mean_1h");
    Double usual = FeatureColumns.value(row, "prep_minutes_decayed");
    Double perMinute = FeatureColumns.value(row, "orders_per_minute_1h");
    Instant eventTime = row.get("event_time", Instant.class);
    return new LiveRestaurant(
        row.get("restaurant_id", Long.class),
        row.get("name", String.class),
        row.get("city_id", Integer.class),
        row.get("city_name", String.class),
        RestaurantStatus.of(FeatureColumns.value(row, "paused"), open, prepMinutes, usual),
        whole(open),
        prepMinutes,
        usual,
        perMinute == null ? null : Math.round(perMinute * MINUTES_OF_RATE),
        FeatureColumns.value(row, "cancel_rate_1h"),
        eventTime,
        FeatureColumns.ageMs(eventTime, now),
        row.get("version", Long.class));
  }

  private static @Nullable Long whole(@Nullable Double count) {
    return count == null ? null : Math.round(count);
  }
}
