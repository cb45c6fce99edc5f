import { modelHealth } from '../modelHealth';
import { modelVersions } from '../models';
import { orderDetails } from '../order';
import { dynamicSlaSummary, earlyWarning, prediction, violation } from '../predictions';
import { featureGroups, liveCouriers, liveRestaurants, sentiment } from './entities';
import { cities, restaurants, type Simulation, type SimulatedOrder } from './simulation';

/** REST answers as webapi gives them, from a simulation's state. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly cookie?: string;
}

const ok = (body: unknown): Answer => ({ status: 200, body });

export const user = {
  username: 'admin',
  role: 'admin',
  cities: [],
  has_password: true,
  expires_at: '2099-01-01T00:00:00Z',
};

export function problem(status: number, title: string, detail: string, part?: string): Answer {
  return {
    status,
    body: { type: 'about:blank', title, status, detail, ...(part ? { part } : {}) },
  };
}

export function listing(order: SimulatedOrder) {
  return {
    id: order.order_id,
    city_name: cities.find(({ id }) => id === order.city_id)?.name,
    restaurant_name: restaurants.find(({ id }) => id === order.restaurant_id)?.name,
    ...order,
    prediction: prediction(Date.parse(order.occurred_at)),
    accepted_at: null,
    distance_km: 2.4,
    item_count: 2,
    updated_at: order.occurred_at,
  };
}

function today(simulation: Simulation, city: number | null) {
  const rows = [...simulation.minutes.values()].filter((m) => city === null || m.city_id === city);
  const orders = [...simulation.orders.values()].filter((o) => city === null || o.city_id === city);
  const sum = (of: (row: (typeof rows)[number]) => number) =>
    rows.reduce((a, row) => a + of(row), 0);
  return {
    orders: sum((row) => row.orders),
    delivered: sum((row) => row.delivered),
    cancelled: sum((row) => row.cancelled),
    open_orders: orders.filter(({ status }) => status !== 'delivered' && status !== 'cancelled')
      .length,
    revenue: [{ currency: 'TND', amount: Math.round(sum((row) => row.revenue) * 1000) / 1000 }],
    avg_delivery_minutes: 29.4,
    as_of: new Date().toISOString(),
  };
}

const GIB = 1024 ** 3;

function pipeline(perSecond: number, troubled: boolean) {
  const wobble = () => 0.92 + 0.16 * Math.random();
  const stage = (name: string, p50: number, p99: number) => ({
    stage: name,
    count: Math.round(perSecond * 420),
    p50_ms: p50 * wobble(),
    p99_ms: p99 * wobble(),
    max_ms: p99 * 1.6,
  });
  const names =
    'postgres,kafka,connect,flink-jobmanager,flink-taskmanager,webapi,notifier,generator';
  return {
    components: names.split(',').map((name) => ({
      name,
      state: troubled && name === 'connect' ? 'down' : 'up',
      detail: troubled && name === 'connect' ? 'connection refused' : null,
    })),
    jobs: [
      {
        name: 'city-kpis',
        state: troubled ? 'RESTARTING' : 'RUNNING',
        started_at: new Date(Date.now() - 7_200_000).toISOString(),
        checkpoints_completed: 1_428,
        checkpoints_failed: troubled ? 3 : 0,
        last_checkpoint_ms: 84,
        last_checkpoint_bytes: 1.2 * 1024 ** 2,
        watermark_lag_ms: 610 * wobble(),
        records_in_per_second: perSecond * 7 * wobble(),
        records_out_per_second: 24 * wobble(),
      },
    ],
    connectors: troubled
      ? []
      : [
          {
            name: 'flavor-postgres',
            state: 'RUNNING',
            tasks: [{ id: 0, state: 'RUNNING', trace: null }],
          },
        ],
    slot: { name: 'flavor', active: !troubled, lag_bytes: troubled ? 1.7 * GIB : 4_112 },
    topics: [
      ['flavor.public.orders', 7],
      ['flavor.public.delivery_routes', 3],
      ['flavor.public.couriers', 1],
      ['flavor.public.order_reviews', 0.3],
      ['flavor.public.weather_conditions', 0],
      ['flavor.transaction', 14],
      ['city_kpis', 2.4],
      ['dead_letters', 0],
    ].map(([name, factor]) => ({
      name,
      records_per_second: perSecond * Number(factor) * wobble(),
      end_offset: Math.round(1_204_511 * Number(factor)),
    })),
    latency: [
      stage('capture', 6.4, 14),
      stage('publish', 4.1, 11),
      stage('job', 9.5, 61),
      stage('deliver', 0.7, 3.2),
      stage('commit_to_socket', 12.6, 34),
    ],
    features: featureGroups(troubled),
    dead_letters: 0,
    unavailable: troubled
      ? [{ part: 'connect', reason: 'connection refused at 127.0.0.1:8083' }]
      : [],
    as_of: new Date().toISOString(),
  };
}

export interface Circumstances {
  readonly perSecond: number;
  readonly notifierPort: number;
  readonly troubled: boolean;
}

/** The answer to a GET of a signed-in user; null where the path is unknown. */
export function answer(
  url: URL,
  simulation: Simulation,
  circumstances: Circumstances,
): Answer | null {
  const city = url.searchParams.has('city') ? Number(url.searchParams.get('city')) : null;
  const path = url.pathname.replace('/api/v1', '');
  if (/^\/orders\/\d+$/.test(path)) return ok(orderDetails(Date.now()));
  switch (path) {
    case '/auth/me':
      return ok(user);
    case '/cities':
      return ok({ items: cities });
    case '/kpis':
      return ok({
        items: [...simulation.minutes.values()]
          .filter((row) => city === null || row.city_id === city)
          .sort((a, b) => a.window_start.localeCompare(b.window_start)),
        as_of: new Date().toISOString(),
      });
    case '/kpis/today':
      return ok(today(simulation, city));
    case '/orders/live':
      return ok({
        items: [...simulation.orders.values()]
          .filter((order) => city === null || order.city_id === city)
          .sort((a, b) => b.placed_at.localeCompare(a.placed_at))
          .slice(0, Number(url.searchParams.get('limit') ?? 50))
          .map(listing),
        next_cursor: null,
      });
    case '/sla/violations':
      return ok({ items: [], next_cursor: null });
    case '/dynamic-sla/summary':
      return ok(dynamicSlaSummary());
    case '/dynamic-sla/violations': {
      const raised = url.searchParams.get('kind') === 'violation' ? violation : earlyWarning;
      return ok({ items: [raised(Date.now())], next_cursor: null });
    }
    case '/model/versions':
      return ok(modelVersions());
    case '/model/health':
      return ok(modelHealth());
    case '/restaurants/live':
      return ok(liveRestaurants(city));
    case '/couriers/live':
      return ok(liveCouriers(city));
    case '/sentiment':
      return ok(sentiment(city));
    case '/pipeline':
      return ok(pipeline(circumstances.perSecond, circumstances.troubled));
    default:
      return null;
  }
}
