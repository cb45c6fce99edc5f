-- What the jobs compute. Every table has its natural key and a version; an upsert with a lower
-- version changes nothing.
create schema analytics;

create table analytics.city_kpis (
  city_id integer not null,
  window_start timestamptz not null,
  orders bigint not null,
  delivered bigint not null,
  cancelled bigint not null,
  revenue numeric(14,3) not null,
  avg_delivery_minutes double precision,
  active_couriers integer not null,
  pressure double precision check (pressure between 0 and 100),
  version bigint not null,
  primary key (city_id, window_start)
);

create index city_kpis_window_start on analytics.city_kpis (window_start);

-- Raised when a job starts without its state, so that its rows win over those of its former life.
create table analytics.job_generations (
  job text primary key,
  generation integer not null check (generation > 0)
);
