-- What became of predictions, written by the job dynamic-sla.
create table analytics.dynamic_sla_violations (
  order_id bigint not null,
  kind text not null check (kind in ('early_warning', 'violation')),
  city_id integer not null,
  restaurant_id bigint not null,
  courier_id bigint,
  stage text not null check (stage in ('placed', 'assigned', 'picked_up')),
  model_version text not null,
  predicted_delivery_at timestamptz not null,
  predicted_p10_at timestamptz not null,
  predicted_p90_at timestamptz not null,
  promised_at timestamptz,
  tolerance_minutes double precision not null,
  due_at timestamptz not null,
  raised_at timestamptz not null,
  lead_minutes double precision not null,
  expected_overrun_minutes double precision,
  state text not null check (state in ('open', 'closed', 'withdrawn')),
  actual_at timestamptz,
  overrun_minutes double precision,
  detected_at timestamptz not null,
  event_time timestamptz not null,
  version bigint not null,
  primary key (order_id, kind)
);

create index dynamic_sla_violations_raised_at
  on analytics.dynamic_sla_violations (raised_at desc, order_id desc, kind desc);
create index dynamic_sla_violations_city_raised_at
  on analytics.dynamic_sla_violations (city_id, raised_at desc, order_id desc, kind desc);
create index dynamic_sla_violations_open
  on analytics.dynamic_sla_violations (city_id, due_at) where state = 'open';

create table analytics.model_performance (
  window_start timestamptz not null,
  city_id integer not null,
  stage text not null check (stage in ('placed', 'assigned', 'picked_up')),
  model_version text not null,
  role text not null check (role in ('champion', 'challenger')),
  count bigint not null,
  mae_minutes double precision not null,
  bias_minutes double precision not null,
  coverage double precision not null,
  baseline_mae_minutes double precision not null,
  event_time timestamptz not null,
  version bigint not null,
  primary key (window_start, city_id, stage, model_version)
);

-- The exact vector of each prediction with what came of it: what a model is trained on.
create table analytics.training_examples (
  order_id bigint not null,
  stage text not null check (stage in ('placed', 'assigned', 'picked_up')),
  city_id integer not null,
  restaurant_id bigint not null,
  event_time timestamptz not null,
  delivered_at timestamptz not null,
  actual_minutes double precision not null,
  baseline_minutes double precision not null,
  eta_minutes double precision not null,
  eta_p10_minutes double precision not null,
  eta_p90_minutes double precision not null,
  model_version text not null,
  features jsonb not null,
  feature_age_ms jsonb not null,
  degraded boolean not null,
  version bigint not null,
  primary key (order_id, stage)
);

create index training_examples_event_time on analytics.training_examples (event_time);

comment on column analytics.training_examples.actual_minutes is
  'from event_time to delivered_at; what eta_minutes predicts';
