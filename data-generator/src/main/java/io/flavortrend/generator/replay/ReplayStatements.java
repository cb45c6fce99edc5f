package io.flavortrend.generator.replay;

/**
 * The replay's SQL; arrays hold one element a row, instants are microseconds since 1970, −1 null.
 */
final class ReplayStatements {
  private static final String AT =
      "timestamptz 'epoch' + nullif(%s, -1) * interval '1 microsecond'";

  /** Rows in the order of the arrays, each order at most once: an insert, or its next state. */
  static final String ORDERS =
      """
      insert into orders (id, customer_id, restaurant_id, courier_id, city_id, status, placed_at,
        accepted_at, assigned_at, ready_at, picked_up_at, delivered_at, cancelled_at, promised_at,
        distance_km, item_count, total_amount, currency, external_ref, updated_at)
      select id, customer, restaurant, nullif(courier, 0), city, status, %s, %s, %s, %s, %s, %s, %s,
        %s, nullif(metres, -1) / 1000.0, nullif(items, -1), millis / 1000.0, currency, ref, %s
      from unnest(?::int8[], ?::int8[], ?::int8[], ?::int8[], ?::int4[], ?::text[], ?::int8[],
        ?::int8[], ?::int8[], ?::int8[], ?::int8[], ?::int8[], ?::int8[], ?::int8[], ?::int4[],
        ?::int4[], ?::int8[], ?::text[], ?::text[], ?::int8[]) with ordinality
        as v(id, customer, restaurant, courier, city, status, placed, accepted, assigned, ready,
          picked_up, delivered, cancelled, promised, metres, items, millis, currency, ref, at, n)
      order by n
      on conflict (id) do update set status = excluded.status, courier_id = excluded.courier_id,
        accepted_at = excluded.accepted_at, assigned_at = excluded.assigned_at,
        ready_at = excluded.ready_at, picked_up_at = excluded.picked_up_at,
        delivered_at = excluded.delivered_at, cancelled_at = excluded.cancelled_at,
        updated_at = excluded.updated_at
      where orders.external_ref = excluded.external_ref"""
          .formatted(
              at("placed"),
              at("accepted"),
              at("assigned"),
              at("ready"),
              at("picked_up"),
              at("delivered"),
              at("cancelled"),
              at("promised"),
              at("at"));

  static final String CUSTOMERS =
      """
      insert into customers (id, city_id, external_ref, updated_at)
      select id, city, ref, %s
      from unnest(?::int8[], ?::int4[], ?::text[], ?::int8[]) as v(id, city, ref, at)"""
          .formatted(at("at"));

  static final String RESTAURANTS =
      """
      insert into restaurants (id, city_id, name, external_ref, updated_at)
      select id, city, name, ref, %s
      from unnest(?::int8[], ?::int4[], ?::text[], ?::int8[], ?::text[])
        as v(id, city, ref, at, name)"""
          .formatted(at("at"));

  static final String COURIERS =
      """
      insert into couriers (id, city_id, vehicle, status, external_ref, updated_at)
      select id, city, vehicle, 'idle', ref, %s
      from unnest(?::int8[], ?::int4[], ?::text[], ?::int8[], ?::text[])
        as v(id, city, ref, at, vehicle)"""
          .formatted(at("at"));

  private ReplayStatements() {}

  private static String at(String micros) {
    return AT.formatted(micros);
  }
}
