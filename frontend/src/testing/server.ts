import { http, HttpResponse, ws } from 'msw';
import { setupServer } from 'msw/node';
import { cities } from './platform/simulation';
import { unknownHealth } from './modelHealth';
import { user } from './platform/answers';
import { quietSummary } from './predictions';

const config = { notifier_url: null, notifier_port: 8090, notifier_path: '/ws', version: '0.1.0' };
const now = () => new Date().toISOString();

/** A platform in good health with nothing ordered yet; a test overrides what it is about. */
export const server = setupServer(
  // A notifier that says nothing: tests of the live feed bring a socket of their own.
  ws.link('ws://*/ws').addEventListener('connection', () => undefined),
  http.get('*/api/v1/client-config', () => HttpResponse.json(config)),
  http.get('*/api/v1/auth/me', () => HttpResponse.json(user)),
  http.get('*/api/v1/cities', () => HttpResponse.json({ items: cities })),
  http.get('*/api/v1/kpis', () => HttpResponse.json({ items: [], as_of: now() })),
  http.get('*/api/v1/kpis/today', () =>
    HttpResponse.json({
      orders: 12,
      delivered: 8,
      cancelled: 1,
      open_orders: 3,
      revenue: [{ currency: 'TND', amount: 241.5 }],
      avg_delivery_minutes: 31.25,
      as_of: now(),
    }),
  ),
  http.get('*/api/v1/orders/live', () => HttpResponse.json({ items: [], next_cursor: null })),
  http.get('*/api/v1/sla/violations', () => HttpResponse.json({ items: [], next_cursor: null })),
  http.get('*/api/v1/dynamic-sla/violations', () =>
    HttpResponse.json({ items: [], next_cursor: null }),
  ),
  http.get('*/api/v1/dynamic-sla/summary', () => HttpResponse.json(quietSummary())),
  http.get('*/api/v1/model/versions', () =>
    HttpResponse.json({ champion: null, challenger: null, items: [], releases: [] }),
  ),
  http.get('*/api/v1/model/health', () => HttpResponse.json(unknownHealth())),
  http.get('*/api/v1/restaurants/live', () => HttpResponse.json({ items: [], as_of: now() })),
  http.get('*/api/v1/couriers/live', () => HttpResponse.json({ items: [], as_of: now() })),
  http.get('*/api/v1/sentiment', () => HttpResponse.json({ items: [], as_of: now() })),
  http.get('*/api/v1/pipeline', () =>
    HttpResponse.json({
      components: [{ name: 'postgres', state: 'up', detail: null }],
      jobs: [],
      connectors: [],
      slot: null,
      topics: [],
      latency: [],
      dead_letters: 0,
      unavailable: [{ part: 'flink', reason: 'connection refused' }],
      as_of: now(),
    }),
  ),
);

/** An RFC 9457 answer. */
export function problemResponse(
  status: number,
  detail: string,
  part?: string,
): HttpResponse<object> {
  return HttpResponse.json({ title: 'Problem', status, detail, part }, { status });
}
