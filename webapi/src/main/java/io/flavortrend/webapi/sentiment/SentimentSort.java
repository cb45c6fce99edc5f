package io.flavortrend.webapi.sentiment;

import java.util.Locale;

/** Orders of the list, over the columns that sum up an entity's reviews. */
enum SentimentSort {
  /** Most reviews first. */
  REVIEWS("reviews desc, entity_id"),
  /**
   * The unhappiest first. The mean is drawn towards neutral as by three neutral reviews more, so
   * that one angry guest does not come before a row of them.
   */
  NEGATIVE("(mean_score * reviews) / (reviews + 3.0) nulls last, reviews desc, entity_id");

  private final String sql;

  SentimentSort(String sql) {
    this.sql = sql;
  }

  /** The name in REST. */
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** For {@code order by}. */
  String sql() {
    return sql;
  }
}
