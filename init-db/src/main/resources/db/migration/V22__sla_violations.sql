-- Limits that orders have exceeded, written by the job static-sla.
create table analytics.sla_violations (
  order_id bigint not null,
  limit_name text not null check (limit_name in ('accept', 'prepare', 'pick_up', 'deliver')),
  city_id integer not null,
  restaurant_id bigint not null,
  courier_id bigint,
  limit_minutes double precision not null,
  started_at timestamptz not null,
  due_at timestamptz not null,
  state text not null check (state in ('open', 'closed', 'withdrawn')),
  actual_at timestamptz,
  overrun_minutes double precision,
  historical boolean not null,
  detected_at timestamptz not null,
  event_time timestamptz not null,
  version bigint not null,
  primary key (order_id, limit_name)
);

create index sla_violations_city_due_at on analytics.sla_violations (city_id, due_at desc);
-- What a city is behind with right now: few rows out of very many.
create index sla_violations_open on analytics.sla_violations (city_id, due_at)
  where state = 'open';

comment on column analytics.sla_violations.historical is
  'the limit had passed long before the platform was told of the order: no alert';

-- The list of all cities, newest first, page by page.
create index sla_violations_due_at
  on analytics.sla_violations (due_at desc, order_id desc, limit_name desc);
