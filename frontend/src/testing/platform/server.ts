import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer, type WebSocket } from 'ws';
import { answer, problem, user, type Answer } from './answers';
import { Simulation } from './simulation';

// A stand-in for webapi and notifier on one port, for looking at the pages: `npm run mock`, then
// `FLAVOR_WEBAPI_URL=http://127.0.0.1:8180 npm run preview`. Orders a second by ORDERS_PER_SECOND,
// a troubled platform by TROUBLED=1. Any user name with the password "correct-horse" signs in, and
// the link token "welcome".
const perSecond = Number(process.env.ORDERS_PER_SECOND ?? 4);
const stageMs = Number(process.env.STAGE_MS ?? 240_000);
const port = Number(process.env.PORT ?? 8180);

interface Client {
  readonly socket: WebSocket;
  city: number | null;
  batch: object[];
}

const clients = new Set<Client>();
let cursor = 0;

function publish(channel: string, key: string, version: number, data: { city_id: number }): void {
  cursor += 1;
  const sent_at = new Date().toISOString();
  const event = {
    type: 'event',
    channel,
    cursor: String(cursor),
    key,
    version,
    data: structuredClone(data),
    sent_at,
  };
  for (const client of clients) {
    if (client.city === null || client.city === data.city_id) client.batch.push(event);
  }
}

const simulation = new Simulation(
  perSecond,
  stageMs,
  (order, version) => {
    publish('order_status', String(order.order_id), version, order);
  },
  (row) => {
    publish('city_kpis', `${String(row.city_id)}/${row.window_start}`, row.version, row);
  },
);

function cookieOf(request: IncomingMessage): boolean {
  return (request.headers.cookie ?? '').includes('flavor_session=');
}

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
}

async function respond(request: IncomingMessage, url: URL): Promise<Answer> {
  const path = url.pathname.replace('/api/v1', '');
  if (path === '/client-config') {
    const own = (http.address() as AddressInfo).port;
    const config = {
      notifier_url: null,
      notifier_port: own,
      notifier_path: '/ws',
      version: '0.1.0',
    };
    return { status: 200, body: config };
  }
  if (path === '/auth/login') {
    const body = await bodyOf(request);
    const right = body.password === 'correct-horse' || body.link_token === 'welcome';
    if (!right) return problem(401, 'Unauthorized', 'The user name or the password is wrong.');
    return {
      status: 200,
      body: user,
      cookie: 'flavor_session=mock; HttpOnly; SameSite=Strict; Path=/',
    };
  }
  if (!cookieOf(request)) return problem(401, 'Unauthorized', 'Sign in first.');
  if (path === '/auth/logout') {
    return { status: 204, body: null, cookie: 'flavor_session=; Max-Age=0; Path=/' };
  }
  if (path === '/auth/password') return { status: 204, body: null };
  const troubled = process.env.TROUBLED === '1';
  const circumstances = { perSecond, notifierPort: port, troubled };
  return answer(url, simulation, circumstances) ?? problem(404, 'Not Found', `No ${url.pathname}.`);
}

function write(response: ServerResponse, { status, body, cookie }: Answer): void {
  response.writeHead(status, {
    'Content-Type': status < 300 ? 'application/json' : 'application/problem+json',
    ...(cookie === undefined ? {} : { 'Set-Cookie': cookie }),
  });
  response.end(body === null ? undefined : JSON.stringify(body));
}

const http = createServer((request, response) => {
  const url = new URL(request.url ?? '/', 'http://mock');
  respond(request, url).then(
    (found) => {
      write(response, found);
    },
    (error: unknown) => {
      write(response, problem(500, 'Internal Server Error', String(error)));
    },
  );
});

function snapshots(client: Client): void {
  const inCity = (row: { city_id: number }) => client.city === null || row.city_id === client.city;
  const orders = [...simulation.orders.values()].filter(inCity).slice(-500);
  const minutes = [...simulation.minutes.values()].filter(inCity);
  const say = (message: object) => {
    client.socket.send(JSON.stringify(message));
  };
  say({
    type: 'subscribed',
    channels: ['city_kpis', 'order_status'],
    city: client.city,
    heartbeat_seconds: 10,
  });
  say({
    type: 'snapshot',
    channel: 'city_kpis',
    cursor: String(cursor),
    items: minutes.map((row) => ({
      key: `${String(row.city_id)}/${row.window_start}`,
      version: row.version,
      data: row,
    })),
  });
  say({
    type: 'snapshot',
    channel: 'order_status',
    cursor: String(cursor),
    items: orders.map((order) => ({ key: String(order.order_id), version: 1, data: order })),
  });
}

new WebSocketServer({ server: http, path: '/ws' }).on('connection', (socket, request) => {
  if (!cookieOf(request)) {
    socket.close(4401);
    return;
  }
  const client: Client = { socket, city: null, batch: [] };
  socket.on('message', (data: Buffer) => {
    const message = JSON.parse(data.toString()) as { city?: number };
    client.city = message.city ?? null;
    clients.add(client);
    snapshots(client);
  });
  socket.on('close', () => clients.delete(client));
});

simulation.warm(Date.now());
let placed = Date.now();
setInterval(() => {
  const now = Date.now();
  for (; placed < now; placed += 1000 / perSecond) simulation.place(placed);
  simulation.advance(now);
  for (const client of clients) {
    if (client.batch.length === 0) continue;
    client.socket.send(JSON.stringify({ type: 'events', events: client.batch }));
    client.batch = [];
  }
}, 20);
setInterval(() => {
  for (const { socket } of clients) {
    socket.send(
      JSON.stringify({ type: 'heartbeat', at: new Date().toISOString(), cursor: String(cursor) }),
    );
  }
}, 10_000);
http.listen(port, '127.0.0.1', () => {
  console.log(`mock platform on http://127.0.0.1:${String((http.address() as AddressInfo).port)}`);
});
