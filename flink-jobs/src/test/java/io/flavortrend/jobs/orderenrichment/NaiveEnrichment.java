package io.flavortrend.jobs.orderenrichment;

import io.flavortrend.contracts.TimeDomain;
import io.flavortrend.contracts.cdc.OrderStatus;
import io.flavortrend.contracts.cdc.WeatherRow;
import io.flavortrend.contracts.values.EnrichedOrder;
import io.flavortrend.jobs.testing.StagedHistory.Told;
import io.flavortrend.jobs.testing.StagedOrder;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The naive batch: looks at what was told last of each order, and for the weather of that time. */
final class NaiveEnrichment {
  /** What of a row must be so; the weather of a deleted order is nobody's business. */
  record Row(
      OrderStatus status,
      int cityId,
      boolean deleted,
      Instant eventTime,
      @Nullable Instant observedAt,
      @Nullable Double temperature,
      String cityName) {
    static Row of(EnrichedOrder order) {
      var weather = order.deleted() ? null : order.weather();
      return new Row(
          order.status(),
          order.cityId(),
          order.deleted(),
          order.eventTime(),
          weather == null ? null : weather.observedAt(),
          weather == null ? null : weather.temperatureC(),
          String.valueOf(order.cityName()));
    }
  }

  private final TimeDomain domain;
  private final RandomWeather weather;

  NaiveEnrichment(TimeDomain domain, RandomWeather weather) {
    this.domain = domain;
    this.weather = weather;
  }

  Map<Long, Row> read(Map<Long, List<Told>> told) {
    Map<Long, Row> rows = new HashMap<>();
    told.forEach(
        (id, log) -> {
          Told last = log.get(log.size() - 1);
          boolean deleted = last.order() == null;
          StagedOrder order = deleted ? log.get(log.size() - 2).order() : last.order();
          if (order != null) {
            rows.put(id, row(order, deleted, last.committedAt()));
          }
        });
    return rows;
  }

  private Row row(StagedOrder order, boolean deleted, Instant committedAt) {
    boolean fast = domain == TimeDomain.LIVE && order.newest().isAfter(committedAt);
    Instant at = fast ? committedAt : order.newest();
    WeatherRow valid = null;
    for (WeatherRow row : weather.rows) {
      boolean known = row.cityId() == order.city() && !row.observedAt().isAfter(at);
      if (known && !deleted && (valid == null || newer(row, valid))) {
        valid = row;
      }
    }
    return new Row(
        order.status(),
        order.city(),
        deleted,
        at,
        valid == null ? null : valid.observedAt(),
        valid == null ? null : valid.temperatureC(),
        "city " + order.city());
  }

  private static boolean newer(WeatherRow one, WeatherRow other) {
    int later = one.observedAt().compareTo(other.observedAt());
    return later > 0 || (later == 0 && one.id() > other.id());
  }
}
