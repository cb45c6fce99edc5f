import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeSocket } from '@/testing/fakeSocket';
import type { LiveRow } from './channel';
import { cityKpisChannel } from './channels/cityKpis';
import { orderStatusChannel, type OrderChange } from './channels/orderStatus';
import { connectionKey, figuresKey, LiveFeed, rowsKey, type LiveFigures } from './liveFeed';

const at = (seconds: number) => new Date(Date.UTC(2026, 10, 22, 12, 0, seconds)).toISOString();

function order(id: number, status: string, seconds = 0, city = 1) {
  return {
    order_id: id,
    city_id: city,
    restaurant_id: 5,
    courier_id: null,
    status,
    placed_at: at(0),
    promised_at: null,
    delivered_at: null,
    cancelled_at: null,
    total_amount: 12.345,
    currency: 'TND',
    occurred_at: at(seconds),
    committed_at: at(seconds),
    captured_at: at(seconds),
  };
}

function delta(id: number, version: number, status: string) {
  const cursor = `c${String(version)}`;
  return { channel: 'order_status', cursor, key: String(id), version, data: order(id, status) };
}

describe('LiveFeed', () => {
  let cache: QueryClient;
  let feed: LiveFeed;
  const ended = vi.fn();

  const statuses = () =>
    Object.fromEntries(
      (cache.getQueryData<LiveRow<OrderChange>[]>(rowsKey('order_status')) ?? []).map((live) => [
        live.key,
        live.row.status,
      ]),
    );
  const nextFrame = () => {
    vi.advanceTimersByTime(120);
  };

  beforeEach(() => {
    vi.useFakeTimers({
      now: Date.UTC(2026, 10, 22, 12, 0, 30),
      toFake: [
        'setTimeout',
        'clearTimeout',
        'setInterval',
        'clearInterval',
        'Date',
        'requestAnimationFrame',
        'cancelAnimationFrame',
        'performance',
      ],
    });
    FakeSocket.opened = [];
    ended.mockReset();
    cache = new QueryClient();
    const channels = [cityKpisChannel, orderStatusChannel];
    feed = new LiveFeed(cache, channels, 'ws://test/ws', ended, FakeSocket.open);
    feed.start();
    FakeSocket.last().subscribed();
  });
  afterEach(() => {
    feed.stop();
    vi.useRealTimers();
  });

  const snapshot = (...rows: [number, number, string][]) => {
    FakeSocket.last().say({
      type: 'snapshot',
      channel: 'order_status',
      cursor: 's',
      items: rows.map(([id, version, status]) => ({
        key: String(id),
        version,
        data: order(id, status),
      })),
    });
  };

  it('puts a snapshot and then deltas into the cache', () => {
    snapshot([1, 10, 'placed'], [2, 11, 'ready']);
    FakeSocket.last().say({
      type: 'events',
      events: [delta(1, 12, 'accepted'), delta(3, 13, 'placed')],
    });
    nextFrame();
    expect(statuses()).toEqual({ 1: 'accepted', 2: 'ready', 3: 'placed' });
  });

  it('writes once per frame, however many events arrive', () => {
    snapshot();
    nextFrame();
    const writes = vi.spyOn(cache, 'setQueryData');
    for (let version = 1; version <= 700; version += 1) {
      FakeSocket.last().say({ type: 'event', ...delta(version, version, 'placed') });
    }
    nextFrame();
    const rows = writes.mock.calls.filter(([key]) => key[1] === 'rows');
    expect(rows).toHaveLength(1);
    expect(Object.keys(statuses()).length).toBeLessThanOrEqual(550);
  });

  it('lets no older version undo a newer one, across a resumed connection', () => {
    snapshot([1, 10, 'placed']);
    FakeSocket.last().say({ type: 'event', ...delta(1, 20, 'delivered') });
    FakeSocket.last().drop();
    vi.advanceTimersByTime(1_000);
    FakeSocket.last().subscribed();
    FakeSocket.last().say({
      type: 'events',
      events: [delta(1, 15, 'ready'), delta(2, 21, 'placed')],
    });
    nextFrame();
    expect(statuses()).toEqual({ 1: 'delivered', 2: 'placed' });
  });

  it('starts over from the snapshot after a gap, and counts the gap', () => {
    snapshot([1, 10, 'placed'], [2, 10, 'placed']);
    FakeSocket.last().say({
      type: 'gap',
      channel: 'order_status',
      reason: 'expired',
      missed: null,
    });
    snapshot([2, 30, 'delivered']);
    vi.advanceTimersByTime(1_100);
    expect(statuses()).toEqual({ 2: 'delivered' });
    expect(cache.getQueryData<LiveFigures>(figuresKey)?.gaps).toBe(1);
  });

  it('counts malformed rows and events per second', () => {
    const broken = { ...delta(9, 9, 'placed'), data: { order_id: 'nine' } };
    FakeSocket.last().say({ type: 'events', events: [broken, delta(1, 10, 'placed')] });
    vi.advanceTimersByTime(1_000);
    const figures = cache.getQueryData<LiveFigures>(figuresKey);
    expect(figures).toMatchObject({ rejected: 1, eventsPerSecond: 2 });
    expect(statuses()).toEqual({ 1: 'placed' });
  });

  it('forgets the orders of all cities when one is chosen', () => {
    snapshot([1, 10, 'placed']);
    nextFrame();
    feed.choose(4);
    nextFrame();
    expect(statuses()).toEqual({});
    expect(FakeSocket.last().sent.at(-1)).toMatchObject({ type: 'subscribe', city: 4 });
  });

  it('says since when the page is stale', () => {
    const lostAt = Date.now();
    FakeSocket.last().drop();
    expect(cache.getQueryData(connectionKey)).toMatchObject({
      phase: 'offline',
      staleSince: lostAt,
    });
  });

  it('ends the session when the server says so', () => {
    FakeSocket.last().say({ type: 'error', code: 'unauthenticated', detail: '' });
    expect(ended).toHaveBeenCalledOnce();
  });
});
