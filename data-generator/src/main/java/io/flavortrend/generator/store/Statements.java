package io.flavortrend.generator.store;

/**
 * The application's SQL. Each statement takes arrays, one element a row, and may be repeated
 * without effect: when a connection breaks on commit, nobody knows whether it held, and the batch
 * is simply written again. Instants are microseconds since 1970.
 */
final class Statements {
  private static final String AT = "timestamptz 'epoch' + %s * interval '1 microsecond'";

  static final String PLACE =
      """
      insert into orders (id, customer_id, restaurant_id, city_id, status, placed_at, promised_at,
        distance_km, item_count, total_amount, currency, dropoff_latitude, dropoff_longitude,
        updated_at)
      select id, customer, restaurant, city, 'placed', %1$s, %2$s, metres / 1000.0, items,
        millis / 1000.0, currency, latitude, longitude, %1$s
      from unnest(?::int8[], ?::int8[], ?::int8[], ?::int4[], ?::int8[], ?::int8[], ?::int4[],
        ?::int4[], ?::int8[], ?::text[], ?::float8[], ?::float8[])
        as v(id, customer, restaurant, city, placed, promised, metres, items, millis, currency,
          latitude, longitude)
      on conflict (id) do nothing"""
          .formatted(AT.formatted("placed"), AT.formatted("promised"));

  static final String ITEMS =
      """
      insert into order_items (order_id, line_number, menu_item_id, quantity, unit_price, updated_at)
      select id, line, item, quantity, millis / 1000.0, %s
      from unnest(?::int8[], ?::int4[], ?::int8[], ?::int4[], ?::int8[], ?::int8[])
        as v(id, line, item, quantity, millis, at)
      on conflict (order_id, line_number) do nothing"""
          .formatted(AT.formatted("at"));

  /** An order only goes forward; where it has already gone so far, nothing is changed. */
  static final String MOVE =
      """
      update orders o set status = v.status,
        courier_id = coalesce(nullif(v.courier, 0), o.courier_id),
        accepted_at = case v.status when 'accepted' then v.at else o.accepted_at end,
        assigned_at = case v.status when 'assigned' then v.at else o.assigned_at end,
        ready_at = case v.status when 'ready' then v.at else o.ready_at end,
        picked_up_at = case v.status when 'picked_up' then v.at else o.picked_up_at end,
        delivered_at = case v.status when 'delivered' then v.at else o.delivered_at end,
        cancelled_at = case v.status when 'cancelled' then v.at else o.cancelled_at end,
        updated_at = v.at
      from (select id, status, courier, %s as at
        from unnest(?::int8[], ?::text[], ?::int8[], ?::int8[]) as u(id, status, courier, micros)) v
      where o.id = v.id and o.status not in ('delivered', 'cancelled')
        and array_position(array['placed', 'accepted', 'assigned', 'ready', 'picked_up',
          'delivered', 'cancelled'], o.status)
        < array_position(array['placed', 'accepted', 'assigned', 'ready', 'picked_up',
          'delivered', 'cancelled'], v.status)"""
          .formatted(AT.formatted("micros"));

  static final String HIRE =
      """
      insert into couriers (id, city_id, vehicle, status, updated_at)
      select id, city, vehicle, status, %s
      from unnest(?::int8[], ?::int4[], ?::text[], ?::text[], ?::int8[])
        as v(id, city, vehicle, status, at)
      on conflict (id) do nothing"""
          .formatted(AT.formatted("at"));

  /** A courier's changes have ever later times. */
  static final String COURIER =
      """
      update couriers c set status = v.status, updated_at = v.at
      from (select id, status, %s as at
        from unnest(?::int8[], ?::text[], ?::int8[]) as u(id, status, micros)) v
      where c.id = v.id and c.updated_at < v.at"""
          .formatted(AT.formatted("micros"));

  static final String REVIEW =
      """
      insert into order_reviews (id, order_id, restaurant_id, courier_id, rating, comment, language,
        created_at, updated_at)
      select id, id, restaurant, nullif(courier, 0), rating, comment, language, %1$s, %1$s
      from unnest(?::int8[], ?::int8[], ?::int8[], ?::int4[], ?::text[], ?::text[], ?::int8[])
        as v(id, restaurant, courier, rating, comment, language, at)
      on conflict (id) do nothing"""
          .formatted(AT.formatted("at"));

  static final String WEATHER =
      """
      insert into weather_conditions (id, city_id, observed_at, condition, temperature_c, rain_mm,
        wind_kmh, updated_at)
      select id, city, %1$s, condition, temperature, rain, wind, %1$s
      from unnest(?::int8[], ?::int4[], ?::text[], ?::float8[], ?::float8[], ?::float8[], ?::int8[])
        as v(id, city, condition, temperature, rain, wind, at)
      on conflict (id) do nothing"""
          .formatted(AT.formatted("at"));

  static final String PING =
      """
      insert into delivery_routes (id, order_id, courier_id, latitude, longitude, recorded_at,
        updated_at)
      select id, order_id, courier, latitude, longitude, %1$s, %1$s
      from unnest(?::int8[], ?::int8[], ?::int8[], ?::float8[], ?::float8[], ?::int8[])
        as v(id, order_id, courier, latitude, longitude, at)
      on conflict (id) do nothing"""
          .formatted(AT.formatted("at"));

  private Statements() {}
}
