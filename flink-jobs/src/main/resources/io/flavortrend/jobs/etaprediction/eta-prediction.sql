-- What eta-prediction computes, said in Flink SQL: each question is joined with the versions of
-- features that held at its instant, and the model is asked about what that gives. A test holds
-- the job to this statement; the job itself does not run it, since a temporal join waits for the
-- slowest of its inputs and stalls with a feature topic that falls silent (ADR 0017).
--
-- questions            order_id, stage, version, event_time (rowtime), event_seconds, ids, and
--                      vector: MAP of what the order itself tells, by the vector's names
-- …_features           versioned by entity_id: version, event_time (rowtime), and
--                      features: MAP by the catalogue's names
-- An instant among the features is elapsed minutes to the model.
SELECT
  order_id, stage, version, restaurant_version, courier_version, city_version, vector,
  eta.minutes, eta.p10, eta.p90, eta.baseline
FROM (
  SELECT *, ETA_PREDICT(CAST(NULL AS STRING), CAST(NULL AS STRING), vector) AS eta
  FROM (
    SELECT
      q.order_id, q.stage, q.version,
      r.version AS restaurant_version, c.version AS courier_version, y.version AS city_version,
      MAP_UNION(q.vector, MAP[
        'restaurant_prep_minutes_mean_1h', r.features['prep_minutes_mean_1h'],
        'restaurant_prep_minutes_p90_1h', r.features['prep_minutes_p90_1h'],
        'restaurant_prep_minutes_decayed', r.features['prep_minutes_decayed'],
        'restaurant_open_orders', r.features['open_orders'],
        'restaurant_orders_per_minute_1h', r.features['orders_per_minute_1h'],
        'restaurant_cancel_rate_1h', r.features['cancel_rate_1h'],
        'restaurant_paused', r.features['paused'],
        'courier_deliveries_today', c.features['deliveries_today'],
        'courier_speed_kmh_last_n', c.features['speed_kmh_last_n'],
        'courier_load', c.features['load'],
        'courier_idle_minutes', (q.event_seconds - c.features['idle_since']) / 60,
        'courier_on_time_rate', c.features['on_time_rate'],
        'courier_vehicle', c.features['vehicle'],
        'city_pressure', y.features['pressure'],
        'city_idle_couriers', y.features['idle_couriers'],
        'city_open_orders', y.features['open_orders']
      ]) AS vector
    FROM questions AS q
    LEFT JOIN restaurant_features FOR SYSTEM_TIME AS OF q.event_time AS r
      ON q.restaurant_id = r.entity_id
    LEFT JOIN courier_features FOR SYSTEM_TIME AS OF q.event_time AS c
      ON q.courier_id = c.entity_id
    LEFT JOIN city_features FOR SYSTEM_TIME AS OF q.event_time AS y
      ON q.city_id = y.entity_id
  )
)
