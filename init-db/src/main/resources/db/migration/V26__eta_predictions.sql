-- When each order will be delivered, as predicted at each stage, written by the job eta-prediction.
create table analytics.eta_predictions (
  order_id bigint not null,
  stage text not null check (stage in ('placed', 'assigned', 'picked_up')),
  city_id integer not null,
  restaurant_id bigint not null,
  courier_id bigint,
  eta_minutes double precision not null,
  eta_p10_minutes double precision not null,
  eta_p90_minutes double precision not null,
  predicted_delivery_at timestamptz not null,
  promised_at timestamptz,
  baseline_minutes double precision not null,
  model_version text not null,
  features jsonb not null,
  feature_age_ms jsonb not null,
  feature_versions jsonb not null,
  event_time timestamptz not null,
  degraded boolean not null,
  capped boolean not null,
  reasons text[] not null,
  trace jsonb not null,
  version bigint not null,
  primary key (order_id, stage)
) with (fillfactor = 80);

create index eta_predictions_event_time on analytics.eta_predictions (event_time desc);
create index eta_predictions_city_event_time
  on analytics.eta_predictions (city_id, event_time desc);

-- order-enrichment looks up whether a day is a holiday: the vector of a prediction has it.
grant select on public.holidays to flavor_jobs;
