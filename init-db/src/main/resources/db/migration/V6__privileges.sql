-- Who may do what, and no more. Default privileges cover the tables of later migrations; a newly
-- captured table needs its own line for flavor_cdc.
do $$
begin
  execute format('revoke all on database %I from public', current_database());
  execute format(
    'grant connect on database %I to flavor_app, flavor_cdc, flavor_jobs, flavor_api, flavor_bi, flavor_read',
    current_database());
end $$;
revoke all on schema public from public;

-- flavor_app: the application (simulator, replay). It moves beats, and never makes or drops one.
grant usage on schema public to flavor_app;
grant select, insert, update, delete on all tables in schema public to flavor_app;
alter default privileges in schema public
  grant select, insert, update, delete on tables to flavor_app;
revoke all on public.cdc_heartbeat from flavor_app;
grant select, update (beat_at, updated_at) on public.cdc_heartbeat to flavor_app;

-- flavor_cdc: Debezium. Reads what is published and moves the beats.
grant usage on schema public to flavor_cdc;
grant select on
  public.orders, public.order_reviews, public.weather_conditions, public.couriers,
  public.restaurants, public.delivery_routes, public.cdc_heartbeat
  to flavor_cdc;
grant update (beat_at, updated_at) on public.cdc_heartbeat to flavor_cdc;

-- flavor_jobs: Flink's sinks.
grant usage on schema analytics to flavor_jobs;
grant select, insert, update, delete on all tables in schema analytics to flavor_jobs;
alter default privileges in schema analytics
  grant select, insert, update, delete on tables to flavor_jobs;

-- flavor_api: webapi. Reads everything, writes ops; the audit log it may only add to.
grant usage on schema public, analytics, ops to flavor_api;
grant select on all tables in schema public, analytics to flavor_api;
alter default privileges in schema public grant select on tables to flavor_api;
alter default privileges in schema analytics grant select on tables to flavor_api;
grant select, insert, update, delete on all tables in schema ops to flavor_api;
alter default privileges in schema ops grant select, insert, update, delete on tables to flavor_api;
revoke update, delete on ops.actions_log from flavor_api;

-- flavor_bi: Superset.
grant usage on schema analytics to flavor_bi;
grant select on all tables in schema analytics to flavor_bi;
alter default privileges in schema analytics grant select on tables to flavor_bi;

-- flavor_read: people, through `flavor sql`.
grant usage on schema public, analytics to flavor_read;
grant select on all tables in schema public, analytics to flavor_read;
alter default privileges in schema public grant select on tables to flavor_read;
alter default privileges in schema analytics grant select on tables to flavor_read;
