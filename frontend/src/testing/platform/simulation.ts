/** A small city life for looking at the pages without the platform: seeded, moving, in real time. */
const STATUSES = ['placed', 'accepted', 'assigned', 'ready', 'picked_up', 'delivered'] as const;
type Status = (typeof STATUSES)[number] | 'cancelled';

export interface SimulatedOrder {
  order_id: number;
  city_id: number;
  restaurant_id: number;
  courier_id: number | null;
  status: Status;
  placed_at: string;
  promised_at: string;
  delivered_at: string | null;
  cancelled_at: string | null;
  total_amount: number;
  currency: string;
  occurred_at: string;
  committed_at: string;
  captured_at: string;
}

export interface SimulatedMinute {
  city_id: number;
  window_start: string;
  orders: number;
  delivered: number;
  cancelled: number;
  revenue: number;
  avg_delivery_minutes: number | null;
  active_couriers: number;
  pressure: number | null;
  version: number;
}

const NAMES =
  'Tunis,Sfax,Sousse,Ettadhamen,Kairouan,Bizerte,Gabès,Ariana,Gafsa,La Manouba,Monastir,Ben Arous,Kasserine,Médenine,Nabeul,Tataouine,Béja,Le Kef,Mahdia,Sidi Bouzid,Jendouba,Tozeur,Siliana,Kébili';
const DISHES = 'Brik,Couscous,Lablabi,Ojja,Harissa,Kafteji,Mloukhia,Fricassé,Bambalouni,Makroudh';

export const cities = NAMES.split(',').map((name, index) => ({
  id: index + 1,
  name,
  latitude: 36.8 - index * 0.15,
  longitude: 10.18 - index * 0.03,
  population: Math.round(640_000 / (1 + index * 0.35)),
  timezone: 'Africa/Tunis',
  currency: 'TND',
}));

const population = cities.reduce((sum, city) => sum + city.population, 0);

export const restaurants = Array.from({ length: 240 }, (_, index) => {
  const dishes = DISHES.split(',');
  const place = cities[index % cities.length];
  return {
    id: index + 1,
    name: `${dishes[index % 10] ?? ''} ${place?.name ?? ''} ${String(1 + Math.floor(index / 24))}`,
  };
});

export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const iso = (at: number) => new Date(at).toISOString();

export class Simulation {
  readonly orders = new Map<number, SimulatedOrder>();
  readonly minutes = new Map<string, SimulatedMinute>();
  private readonly next = random(7);
  private nextId = 48_211;
  private readonly due: { at: number; id: number }[] = [];
  changes = 0;

  /** @param perSecond orders placed per second; @param stageMs mean time in a stage */
  constructor(
    private readonly perSecond: number,
    private readonly stageMs: number,
    private readonly onOrder: (order: SimulatedOrder, version: number) => void,
    private readonly onMinute: (minute: SimulatedMinute) => void,
  ) {}

  warm(now: number): void {
    // The last two minutes are lived, so that orders of every status are there.
    for (let at = now - 3_600_000; minute(at) < minute(now - 120_000); at += 60_000) {
      for (const city of cities) {
        const share = city.population / population;
        const wave = 0.93 + 0.2 * Math.sin((at - now) / 900_000) + 0.14 * this.next();
        const orders = Math.round(this.perSecond * 60 * share * wave);
        const delivered = Math.round(orders * (0.86 + 0.1 * this.next()));
        this.minutes.set(`${String(city.id)}/${iso(minute(at))}`, {
          city_id: city.id,
          window_start: iso(minute(at)),
          orders,
          delivered,
          cancelled: Math.round(orders * 0.03),
          revenue: Math.round(delivered * 27_400) / 1000,
          avg_delivery_minutes: delivered === 0 ? null : 26 + 8 * this.next(),
          active_couriers: delivered,
          pressure: 40,
          version: 1,
        });
      }
    }
    for (let at = now - 120_000; at < now; at += 1_000 / this.perSecond) this.place(at);
    this.advance(now);
  }

  advance(now: number): void {
    this.due.sort((a, b) => a.at - b.at);
    while ((this.due[0]?.at ?? Infinity) <= now) {
      const step = this.due.shift();
      const order = step === undefined ? undefined : this.orders.get(step.id);
      if (step !== undefined && order !== undefined) this.step(order, step.at);
    }
  }

  place(at: number): void {
    const id = this.nextId++;
    let draw = this.next() * population;
    const city = cities.find((candidate) => (draw -= candidate.population) < 0) ?? cities[0];
    if (city === undefined) return;
    const local = restaurants.filter((r) => (r.id - 1) % cities.length === city.id - 1);
    const order: SimulatedOrder = {
      order_id: id,
      city_id: city.id,
      restaurant_id: local[Math.floor(this.next() * local.length)]?.id ?? 1,
      courier_id: null,
      status: 'placed',
      placed_at: iso(at),
      promised_at: iso(at + this.stageMs * (4.2 + 1.6 * this.next())),
      delivered_at: null,
      cancelled_at: null,
      total_amount: Math.round(8_000 + 55_000 * this.next() ** 2) / 1000,
      currency: 'TND',
      occurred_at: iso(at),
      committed_at: iso(at),
      captured_at: iso(at),
    };
    this.orders.set(id, order);
    const oldest = this.orders.keys().next().value;
    if (this.orders.size > 6_000 && oldest !== undefined) this.orders.delete(oldest);
    this.count(order, at, (row) => (row.orders += 1));
    this.emit(order);
    this.schedule(order, at);
  }

  private step(order: SimulatedOrder, at: number): void {
    const reached = STATUSES.indexOf(order.status as (typeof STATUSES)[number]);
    const cancels = reached < 3 && this.next() < 0.012;
    const next: SimulatedOrder = {
      ...order,
      status: cancels ? 'cancelled' : (STATUSES[reached + 1] ?? 'delivered'),
      occurred_at: iso(at),
      committed_at: iso(Math.max(at, Date.now() - 12)),
      captured_at: iso(at),
    };
    if (next.status === 'assigned') next.courier_id = 1 + Math.floor(this.next() * 400);
    if (cancels) next.cancelled_at = iso(at);
    if (next.status === 'delivered') next.delivered_at = iso(at);
    this.orders.set(order.order_id, next);
    if (next.status === 'delivered') {
      const took = (at - Date.parse(order.placed_at)) / 60_000;
      this.count(next, at, (row) => {
        row.avg_delivery_minutes =
          ((row.avg_delivery_minutes ?? 0) * row.delivered + took) / (row.delivered + 1);
        row.delivered += 1;
        row.revenue = Math.round((row.revenue + order.total_amount) * 1000) / 1000;
      });
    } else if (cancels) this.count(next, at, (row) => (row.cancelled += 1));
    else this.schedule(next, at);
    this.emit(next);
  }

  private schedule(order: SimulatedOrder, at: number): void {
    if (order.status === 'delivered' || order.status === 'cancelled') return;
    this.due.push({ at: at + this.stageMs * (0.5 + this.next()), id: order.order_id });
  }

  private count(order: SimulatedOrder, at: number, fold: (row: SimulatedMinute) => void): void {
    const key = `${String(order.city_id)}/${iso(minute(at))}`;
    const row = this.minutes.get(key) ?? {
      city_id: order.city_id,
      window_start: iso(minute(at)),
      orders: 0,
      delivered: 0,
      cancelled: 0,
      revenue: 0,
      avg_delivery_minutes: null,
      active_couriers: 0,
      pressure: null,
      version: 0,
    };
    fold(row);
    row.version += 1;
    this.minutes.set(key, row);
    this.onMinute(row);
  }

  private emit(order: SimulatedOrder): void {
    this.changes += 1;
    this.onOrder(order, 9_000_000 + this.changes);
  }
}

function minute(at: number): number {
  return Math.floor(at / 60_000) * 60_000;
}
