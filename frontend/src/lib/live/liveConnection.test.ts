import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeSocket } from '@/testing/fakeSocket';
import type { ConnectionState } from './connectionState';
import { LiveConnection } from './liveConnection';
import type { ServerMessage } from './protocol';

const states: ConnectionState[] = [];
const messages: ServerMessage[] = [];
const ended = vi.fn();

function connect(city: number | null = null): LiveConnection {
  const connection = new LiveConnection(
    'ws://test/ws',
    { channels: ['order_status'], city },
    {
      onMessage: (message) => messages.push(message),
      onState: (state) => states.push(state),
      onUnauthenticated: ended,
    },
    FakeSocket.open,
  );
  connection.start();
  return connection;
}

const event = (cursor: string) => ({
  channel: 'order_status',
  cursor,
  key: '1',
  version: 1,
  data: {},
});

describe('LiveConnection', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: 1_000_000 });
    vi.spyOn(Math, 'random').mockReturnValue(0.5);
    FakeSocket.opened = [];
    states.length = messages.length = 0;
    ended.mockReset();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('subscribes to batches when the socket opens', () => {
    connect(3);
    FakeSocket.last().accept();
    expect(FakeSocket.last().sent).toEqual([
      { type: 'subscribe', channels: ['order_status'], city: 3, batch: true },
    ]);
  });

  it('is live once subscribed and comes back with the cursor of the last event', () => {
    connect();
    FakeSocket.last().subscribed();
    expect(states.at(-1)).toMatchObject({ phase: 'live', staleSince: null });
    FakeSocket.last().say({ type: 'events', events: [event('7'), event('9')] });
    FakeSocket.last().drop();
    expect(states.at(-1)).toMatchObject({ phase: 'offline', staleSince: 1_000_000, attempt: 1 });
    vi.advanceTimersByTime(500);
    expect(FakeSocket.opened).toHaveLength(2);
    FakeSocket.last().accept();
    expect(FakeSocket.last().sent[0]).toMatchObject({ resume: '9' });
  });

  it('takes the cursor of a heartbeat', () => {
    connect();
    FakeSocket.last().subscribed();
    FakeSocket.last().say({ type: 'heartbeat', at: '2026-11-22T10:00:00Z', cursor: '12' });
    FakeSocket.last().drop();
    vi.advanceTimersByTime(500);
    FakeSocket.last().accept();
    expect(FakeSocket.last().sent[0]).toMatchObject({ resume: '12' });
  });

  it('gives a silent socket up after two and a half heartbeats', () => {
    connect();
    const silent = FakeSocket.last();
    silent.subscribed();
    vi.advanceTimersByTime(24_900);
    expect(states.at(-1)?.phase).toBe('live');
    vi.advanceTimersByTime(200);
    expect(states.at(-1)).toMatchObject({ phase: 'offline', staleSince: 1_000_000 });
    expect(silent.closed).toBe(true);
  });

  it('backs off further with each failure and keeps the time of the first', () => {
    connect();
    FakeSocket.last().subscribed();
    vi.advanceTimersByTime(6_000);
    const delays: number[] = [];
    for (let failure = 0; failure < 7; failure += 1) {
      const before = Date.now();
      const count = FakeSocket.opened.length;
      FakeSocket.last().drop();
      while (FakeSocket.opened.length === count) vi.advanceTimersByTime(10);
      delays.push(Date.now() - before);
    }
    expect(delays[1]).toBeGreaterThan(delays[0] ?? 0);
    expect(delays.at(-1)).toBeLessThanOrEqual(15_000);
    expect(states.at(-1)?.staleSince).toBe(1_000_000);
  });

  it('ends the session on 4401 and does not come back', () => {
    connect();
    FakeSocket.last().accept();
    FakeSocket.last().drop(4401);
    vi.advanceTimersByTime(60_000);
    expect(ended).toHaveBeenCalledOnce();
    expect(FakeSocket.opened).toHaveLength(1);
  });

  it('waits for another subscription after a refusal', () => {
    const connection = connect(3);
    FakeSocket.last().accept();
    FakeSocket.last().say({ type: 'error', code: 'forbidden', detail: 'Not your city.' });
    vi.advanceTimersByTime(60_000);
    expect(states.at(-1)).toMatchObject({ phase: 'denied', reason: 'Not your city.' });
    expect(FakeSocket.opened).toHaveLength(1);
    connection.resubscribe({ channels: ['order_status'], city: 4 });
    FakeSocket.last().accept();
    expect(FakeSocket.last().sent[0]).toMatchObject({ city: 4 });
  });

  it('does not offer a refused cursor again', () => {
    connect();
    FakeSocket.last().subscribed();
    FakeSocket.last().say({ type: 'event', ...event('old') });
    FakeSocket.last().say({ type: 'error', code: 'bad_request', detail: 'Unknown cursor.' });
    vi.advanceTimersByTime(1_000);
    FakeSocket.last().accept();
    expect(FakeSocket.last().sent[0]).not.toHaveProperty('resume');
  });

  it('replaces the subscription on the same socket, without the former cursor', () => {
    const connection = connect();
    FakeSocket.last().subscribed();
    FakeSocket.last().say({ type: 'event', ...event('5') });
    connection.resubscribe({ channels: ['order_status'], city: 2 });
    expect(FakeSocket.opened).toHaveLength(1);
    expect(FakeSocket.last().sent.at(-1)).toEqual({
      type: 'subscribe',
      channels: ['order_status'],
      city: 2,
      batch: true,
    });
  });

  it('passes over frames it does not know', () => {
    connect();
    FakeSocket.last().subscribed();
    FakeSocket.last().raw('{"type":"weather"}');
    FakeSocket.last().raw('not JSON');
    FakeSocket.last().raw(new ArrayBuffer(2));
    expect(messages.map(({ type }) => type)).toEqual(['subscribed']);
    expect(states.at(-1)?.phase).toBe('live');
  });

  it('leaves neither timer nor socket behind', () => {
    const connection = connect();
    FakeSocket.last().subscribed();
    connection.stop();
    expect(FakeSocket.last().closed).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  });
});
