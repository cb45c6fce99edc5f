package io.flavortrend.webapi.modelhealth;

/** What predictions are grouped by, as SQL of a text and of the rows that count. */
enum Dimension {
  TOTAL("'all'", true),
  /** Five minutes in which the orders were delivered, as an instant. */
  WINDOW("to_char(window_start at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')", true),
  /** Its id. */
  CITY("city_id::text", true),
  STAGE("stage", true),
  /** Of both roles, so that a challenger can be compared with the champion. */
  VERSION("model_version", false),
  /** Local hour in which the order reached the stage, 00 to 23. */
  HOUR("lpad(floor((features ->> 'hour')::float8)::text, 2, '0')", false),
  /** Code of the condition in {@code EtaVector.WEATHER_CONDITIONS}. */
  WEATHER("floor((features ->> 'weather_condition')::float8)::text", false);

  private final String sql;
  private final boolean championsOnly;

  Dimension(String sql, boolean championsOnly) {
    this.sql = sql;
    this.championsOnly = championsOnly;
  }

  String sql() {
    return sql;
  }

  /** The condition on whose predictions count. */
  String and() {
    return championsOnly ? " and role = 'champion'" : "";
  }

  /** True where the answer is in the examples that models are trained on, one by one. */
  boolean isOfExamples() {
    return this == HOUR || this == WEATHER;
  }
}
