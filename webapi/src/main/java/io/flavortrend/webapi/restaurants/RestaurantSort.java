package io.flavortrend.webapi.restaurants;

import java.util.Locale;

/** Orders of the list of restaurants: where it hurts most comes first. */
enum RestaurantSort {
  /** Most open orders, and of those the slowest. */
  LOAD("f.open_orders desc nulls last, f.prep_minutes_mean_1h desc nulls last"),
  /** Slowest preparation. */
  PREP("f.prep_minutes_mean_1h desc nulls last"),
  /** Most orders in the last hour. */
  ORDERS("f.orders_per_minute_1h desc nulls last");

  private final String sql;

  RestaurantSort(String sql) {
    this.sql = sql;
  }

  /** The name in REST. */
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** For {@code order by}; unique, so that equal ones do not change places. */
  String sql() {
    return sql + ", f.restaurant_id";
  }
}
