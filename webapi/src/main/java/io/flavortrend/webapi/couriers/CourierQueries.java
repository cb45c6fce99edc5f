package io.flavortrend.webapi.couriers;

import io.flavortrend.webapi.cities.CityScope;
import io.flavortrend.webapi.features.FeatureColumns;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads {@code analytics.courier_features} for the list of couriers. */
@Component
class CourierQueries {
  private static final double MILLIS_PER_SECOND = 1e3;
  private static final double SECONDS_PER_MINUTE = 60;

  // The list is cut before names are looked up, so that the joins touch its rows only.
  private static final String LIVE =
      """
      select f.*, w.vehicle as row_vehicle, w.status as row_status, p.name, c.name as city_name
      from (
        select * from analytics.courier_features f
        where true%1$s
        order by %2$s
        limit :limit) f
      left join public.couriers w on w.id = f.courier_id
      left join public.courier_profiles p on p.courier_id = f.courier_id
      left join public.cities c on c.id = f.city_id
      order by %2$s
      """;

  private final DatabaseClient database;

  CourierQueries(DatabaseClient database) {
    this.database = database;
  }

  /** The first couriers in this order, at most {@code limit}. */
  Mono<List<LiveCourier>> live(CityScope scope, CourierSort sort, int limit, Instant now) {
    return scope
        .bind(database.sql(LIVE.formatted(scope.and("f.city_id"), sort.sql())))
        .bind("limit", limit)
        .map(row -> courier(row, now))
        .all()
        .collectList();
  }

  private static LiveCourier courier(Readable row, Instant now) {
    Double load = FeatureColumns.value(row, "load");
    Double idleSince = FeatureColumns.value(row, "idle_since");
    Instant eventTime = row.get("event_time", Instant.class);
    return new LiveCourier(
        row.get("courier_id", Long.class),
        row.get("name", String.class),
        row.get("city_id", Integer.class),
        row.get("city_name", String.class),
        row.get("row_vehicle", String.class),
        CourierStatus.of(load, idleSince, row.get("row_status", String.class)),
        whole(FeatureColumns.value(row, "deliveries_today")),
        FeatureColumns.value(row, "speed_kmh_last_n"),
        whole(load),
        FeatureColumns.value(row, "on_time_rate"),
        idleSince == null ? null : minutesSince(idleSince, now),
        eventTime,
        FeatureColumns.ageMs(eventTime, now),
        row.get("version", Long.class));
  }

  private static double minutesSince(double epochSeconds, Instant now) {
    double seconds = now.toEpochMilli() / MILLIS_PER_SECOND - epochSeconds;
    return Math.max(0, seconds / SECONDS_PER_MINUTE);
  }

  private static @Nullable Long whole(@Nullable Double count) {
    return count == null ? null : Math.round(count);
  }
}
