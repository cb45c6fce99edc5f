-- What change data capture reads. FULL gives each change its row before, which the jobs compare
-- with the row after. PostgreSQL allows no column list on a table with FULL identity: hence
-- personal columns never stand in a captured table (docs/adr/0010).
alter table public.orders replica identity full;
alter table public.order_reviews replica identity full;
alter table public.weather_conditions replica identity full;
alter table public.couriers replica identity full;
alter table public.restaurants replica identity full;
alter table public.delivery_routes replica identity full;

-- cdc_heartbeat keeps its key as identity: nobody compares a beat with the one before.
create publication flavor for table
  public.orders,
  public.order_reviews,
  public.weather_conditions,
  public.couriers,
  public.restaurants,
  public.delivery_routes,
  public.cdc_heartbeat
  with (publish = 'insert, update, delete');
