-- The application's own tables. Times are timestamptz, money is numeric(12,3): the dinar has three
-- decimals. updated_at is set by the application, which alone knows when something happened.
-- external_ref is the key of a row that was brought in from elsewhere, as 'source:key'.

create table public.cities (
  id integer primary key,
  name text not null unique,
  latitude double precision check (latitude between -90 and 90),
  longitude double precision check (longitude between -180 and 180),
  population integer check (population >= 0),
  timezone text not null,
  currency char(3) not null,
  updated_at timestamptz not null
);

create table public.customers (
  id bigint primary key,
  city_id integer not null references public.cities,
  name text,
  phone text,
  address text,
  external_ref text unique,
  updated_at timestamptz not null
);

create table public.restaurants (
  id bigint primary key,
  city_id integer not null references public.cities,
  name text not null,
  cuisine text,
  latitude double precision check (latitude between -90 and 90),
  longitude double precision check (longitude between -180 and 180),
  opens_at time,
  closes_at time,
  paused boolean not null default false,
  external_ref text unique,
  updated_at timestamptz not null
);

create table public.menu_items (
  id bigint primary key,
  restaurant_id bigint not null references public.restaurants,
  name text not null,
  price numeric(12,3) not null check (price >= 0),
  updated_at timestamptz not null
);

create table public.couriers (
  id bigint primary key,
  city_id integer not null references public.cities,
  vehicle text not null check (vehicle in ('bicycle', 'scooter', 'car')),
  status text not null check (status in ('offline', 'idle', 'busy')),
  external_ref text unique,
  updated_at timestamptz not null
) with (fillfactor = 70);

-- A courier's personal columns, apart from public.couriers because every column of a captured
-- table with REPLICA IDENTITY FULL is captured (docs/adr/0010).
create table public.courier_profiles (
  courier_id bigint primary key references public.couriers,
  name text,
  phone text,
  updated_at timestamptz not null
);

-- fillfactor: an order is updated six times within the hour; room on its page keeps the updates
-- off the indexes.
create table public.orders (
  id bigint primary key,
  customer_id bigint not null references public.customers,
  restaurant_id bigint not null references public.restaurants,
  courier_id bigint references public.couriers,
  city_id integer not null references public.cities,
  status text not null check (
    status in ('placed', 'accepted', 'assigned', 'ready', 'picked_up', 'delivered', 'cancelled')),
  placed_at timestamptz not null,
  accepted_at timestamptz,
  assigned_at timestamptz,
  ready_at timestamptz,
  picked_up_at timestamptz,
  delivered_at timestamptz,
  cancelled_at timestamptz,
  promised_at timestamptz,
  distance_km numeric(8,3) check (distance_km >= 0),
  item_count integer check (item_count >= 0),
  total_amount numeric(12,3) not null check (total_amount >= 0),
  currency char(3) not null,
  dropoff_latitude double precision check (dropoff_latitude between -90 and 90),
  dropoff_longitude double precision check (dropoff_longitude between -180 and 180),
  external_ref text unique,
  updated_at timestamptz not null,
  check (status <> 'delivered' or delivered_at is not null),
  check (status <> 'cancelled' or cancelled_at is not null),
  check (delivered_at >= placed_at)
) with (fillfactor = 60);

create index orders_placed_at on public.orders (placed_at desc, id desc);
create index orders_city_placed_at on public.orders (city_id, placed_at desc, id desc);

create table public.order_items (
  order_id bigint not null references public.orders,
  line_number integer not null check (line_number > 0),
  menu_item_id bigint references public.menu_items,
  quantity integer not null check (quantity > 0),
  unit_price numeric(12,3) not null check (unit_price >= 0),
  updated_at timestamptz not null,
  primary key (order_id, line_number)
);

create table public.order_reviews (
  id bigint primary key,
  order_id bigint not null references public.orders,
  restaurant_id bigint not null references public.restaurants,
  courier_id bigint references public.couriers,
  rating integer not null check (rating between 1 and 5),
  comment text,
  language text,
  created_at timestamptz not null,
  updated_at timestamptz not null
);

create table public.weather_conditions (
  id bigint primary key,
  city_id integer not null references public.cities,
  observed_at timestamptz not null,
  condition text not null check (condition in ('clear', 'clouds', 'rain', 'storm', 'fog', 'wind')),
  temperature_c double precision,
  rain_mm double precision check (rain_mm >= 0),
  wind_kmh double precision check (wind_kmh >= 0),
  updated_at timestamptz not null
);

create table public.holidays (
  holiday_date date primary key,
  name text not null,
  updated_at timestamptz not null
);

create table public.delivery_routes (
  id bigint primary key,
  order_id bigint not null references public.orders,
  courier_id bigint not null references public.couriers,
  latitude double precision not null check (latitude between -90 and 90),
  longitude double precision not null check (longitude between -180 and 180),
  recorded_at timestamptz not null,
  updated_at timestamptz not null
);

-- Progress beats, one row for each partition of each captured topic. A beat stands in the
-- write-ahead log behind everything that was committed before it, and a Connect transform routes
-- it to its own partition, so that a reader of the partition knows how far the log has come.
-- live: beat_at is the database's clock; log: the replayer writes simulated time into beat_at.
create table public.cdc_heartbeat (
  topic text not null,
  partition integer not null check (partition >= 0),
  time_domain text not null default 'live' check (time_domain in ('live', 'log')),
  beat_at timestamptz,
  updated_at timestamptz not null,
  primary key (topic, partition)
) with (fillfactor = 50);
