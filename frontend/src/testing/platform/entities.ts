import { cities, random, restaurants } from './simulation';

/** Restaurants, couriers and reviews as webapi tells them: made up, but the same at every start. */
const GIVEN = 'Amira,Youssef,Salma,Karim,Ines,Walid,Nour,Sami,Leïla,Mehdi'.split(',');
const FAMILY = 'Ben Salah,Trabelsi,Gharbi,Jaziri,Mansouri,Khelifi'.split(',');
const VEHICLES = ['scooter', 'bicycle', 'scooter', 'car'];
const WORDS = 'cold,late,froid,fresh,délicieux,friendly,spilled,hot,retard,generous'.split(',');

const cityOf = (id: number) => cities[(id - 1) % cities.length];
const place = (id: number) => ({
  city_id: cityOf(id)?.id ?? null,
  city_name: cityOf(id)?.name ?? null,
});
const holds = () => ({ event_time: new Date().toISOString(), age_ms: 40, version: 1 });

const RESTAURANTS = restaurants.map(({ id, name }) => {
  const next = random(id);
  const open = Math.floor(13 * next() ** 3);
  const usual = 9 + 8 * next();
  const prep = usual * (0.8 + 0.6 * next());
  const slow = prep >= 1.25 * usual;
  const strained = open >= 5 || slow ? 'busy' : 'normal';
  const status = open >= 10 || (open >= 5 && slow) ? 'overloaded' : strained;
  return {
    id,
    name,
    ...place(id),
    status: open === 0 ? 'quiet' : status,
    open_orders: open,
    prep_minutes: open === 0 ? null : prep,
    usual_prep_minutes: usual,
    orders_last_hour: open * 2,
    cancel_rate: 0.03,
  };
});

const COURIERS = Array.from({ length: 400 }, (_, index) => {
  const id = index + 1;
  const next = random(id + 10_000);
  const load = Math.floor(4 * next() ** 2.5);
  return {
    id,
    name: `${GIVEN[id % GIVEN.length] ?? ''} ${FAMILY[id % FAMILY.length] ?? ''}`,
    ...place(id),
    vehicle: VEHICLES[id % VEHICLES.length],
    status: load > 2 ? 'overloaded' : load > 0 ? 'delivering' : 'idle',
    deliveries_today: Math.floor(18 * next()),
    speed_kmh: 11 + 14 * next(),
    load,
    on_time_rate: 0.6 + 0.4 * next(),
    idle_minutes: load > 0 ? null : 30 * next(),
  };
});

const REVIEWED = restaurants
  .filter(({ id }) => id % 4 === 1)
  .map(({ id, name }) => {
    const next = random(id + 20_000);
    const score = next() * 1.4 - 0.6;
    return {
      entity: 'restaurant',
      entity_id: id,
      city_id: cityOf(id)?.id ?? 1,
      name,
      reviews: 1 + Math.floor(9 * next()),
      mean_score: score,
      negative_share: Math.min(1, Math.max(0, 0.4 - score * 0.7)),
      top_words: WORDS.filter(() => next() < 0.3),
      newest_window: new Date().toISOString(),
    };
  });

const answer = <Row extends { city_id: number | null }>(
  rows: readonly Row[],
  city: number | null,
  order: (a: Row, b: Row) => number,
) => ({
  items: rows
    .filter((row) => city === null || row.city_id === city)
    .toSorted(order)
    .slice(0, 50)
    .map((row) => ({ ...holds(), ...row })),
  as_of: new Date().toISOString(),
});

export const liveRestaurants = (city: number | null) =>
  answer(RESTAURANTS, city, (a, b) => b.open_orders - a.open_orders);

export const liveCouriers = (city: number | null) =>
  answer(COURIERS, city, (a, b) => b.load - a.load);

export const sentiment = (city: number | null) =>
  answer(REVIEWED, city, (a, b) => a.mean_score - b.mean_score);

export const featureGroups = (late: boolean) =>
  ['restaurant', 'courier', 'city'].map((entity, index) => ({
    entity,
    entities: [restaurants.length, COURIERS.length, cities.length][index],
    newest_at: new Date().toISOString(),
    newest_age_ms: 35 + 20 * index,
    p50_age_ms: [48_000, 190_000, 900][index],
    p99_age_ms: [2_900_000, 31_000_000, 4_000][index],
    freshness: {
      target_ms: 200,
      behind_ms: late && index === 1 ? 48_000 : 30 * index,
      kept: !(late && index === 1),
    },
  }));
