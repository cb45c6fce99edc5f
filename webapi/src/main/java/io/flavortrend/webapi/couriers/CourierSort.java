package io.flavortrend.webapi.couriers;

import java.util.Locale;

/** Orders of the list of couriers: where it hurts most comes first. */
enum CourierSort {
  /** Most under way, and of those the least punctual. */
  LOAD("f.load desc nulls last, f.on_time_rate nulls last"),
  /** Most deliveries today. */
  DELIVERIES("f.deliveries_today desc nulls last"),
  /** Slowest. */
  SPEED("f.speed_kmh_last_n nulls last"),
  /** Least punctual. */
  ON_TIME("f.on_time_rate nulls last"),
  /** Idle for longest. */
  IDLE("f.idle_since nulls last");

  private final String sql;

  CourierSort(String sql) {
    this.sql = sql;
  }

  /** The name in REST. */
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** For {@code order by}; unique, so that equal ones do not change places. */
  String sql() {
    return sql + ", f.courier_id";
  }
}
