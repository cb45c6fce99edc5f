-- How far each replay of a file has come. Written in the transaction that writes the events, so
-- that a replay killed anywhere goes on without losing or doubling one. Not captured.
create table public.replay_progress (
  replay text primary key,
  position bigint not null check (position between 0 and events),
  events bigint not null,
  order_base bigint not null,
  customer_base bigint not null,
  restaurant_base bigint not null,
  courier_base bigint not null,
  shift_micros bigint not null,
  finished_at timestamptz,
  updated_at timestamptz not null
);

comment on column public.replay_progress.replay is 'mapping name @ hash of file and mapping';
comment on column public.replay_progress.position is 'events written';
comment on column public.replay_progress.shift_micros is 'added to every time of the file';

grant select, insert, update, delete on public.replay_progress to flavor_app;
