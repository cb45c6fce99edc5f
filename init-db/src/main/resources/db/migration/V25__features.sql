-- The newest version of each entity's features: what the feature topics say, for those who ask.
-- What the columns mean: docs/data-dictionary.md. Null is unknown, never 0.
create table analytics.restaurant_features (
  restaurant_id bigint primary key,
  city_id integer,
  event_time timestamptz not null,
  prep_minutes_mean_1h double precision,
  prep_minutes_p90_1h double precision,
  prep_minutes_decayed double precision,
  open_orders double precision,
  orders_per_minute_1h double precision,
  cancel_rate_1h double precision,
  paused double precision,
  version bigint not null
);

create table analytics.courier_features (
  courier_id bigint primary key,
  city_id integer,
  event_time timestamptz not null,
  deliveries_today double precision,
  speed_kmh_last_n double precision,
  load double precision,
  idle_since double precision,
  on_time_rate double precision,
  vehicle double precision,
  version bigint not null
);

create table analytics.city_features (
  city_id integer primary key,
  event_time timestamptz not null,
  pressure double precision check (pressure between 0 and 100),
  idle_couriers double precision,
  open_orders double precision,
  version bigint not null
);

create index restaurant_features_city on analytics.restaurant_features (city_id);
create index courier_features_city on analytics.courier_features (city_id);
