-- Orders with the weather at their time and what is known of city, restaurant and customer, written
-- by the job order-enrichment.
create table analytics.orders_enriched (
  order_id bigint primary key,
  city_id integer not null,
  city_name text,
  city_population integer,
  timezone text,
  restaurant_id bigint not null,
  restaurant_name text,
  cuisine text,
  restaurant_latitude double precision,
  restaurant_longitude double precision,
  customer_id bigint not null,
  customer_city_id integer,
  courier_id bigint,
  status text not null,
  placed_at timestamptz not null,
  accepted_at timestamptz,
  assigned_at timestamptz,
  ready_at timestamptz,
  picked_up_at timestamptz,
  delivered_at timestamptz,
  cancelled_at timestamptz,
  promised_at timestamptz,
  distance_km numeric(8,3),
  item_count integer,
  total_amount numeric(12,3) not null,
  currency char(3) not null,
  deleted boolean not null,
  weather_condition text,
  weather_temperature_c double precision,
  weather_rain_mm double precision,
  weather_wind_kmh double precision,
  weather_observed_at timestamptz,
  weather_missing boolean not null,
  weather_age_minutes double precision,
  capped boolean not null,
  lookup_missing boolean not null,
  event_time timestamptz not null,
  version bigint not null
) with (fillfactor = 60);

create index orders_enriched_city_placed_at on analytics.orders_enriched (city_id, placed_at desc);

-- What the job looks up, and no more: a customer's personal columns stay out of its reach.
grant usage on schema public to flavor_jobs;
grant select on public.restaurants, public.cities to flavor_jobs;
grant select (id, city_id) on public.customers to flavor_jobs;
