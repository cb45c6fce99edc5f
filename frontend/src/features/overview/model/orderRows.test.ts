import { describe, expect, it } from 'vitest';
import type { LiveRow, OrderChange } from '@/lib/live';
import { inView, orderRows, punctuality, restaurantName, type OrderRow } from './orderRows';
import { statusStep, STEPS } from '@/lib/orders';

const T = 1_000_000;

function row(id: number, changes: Partial<OrderRow> = {}): OrderRow {
  return {
    id,
    cityId: 1,
    restaurantId: 1,
    status: 'placed',
    placedAt: T + id,
    promisedAt: null,
    closedAt: null,
    amount: 1,
    currency: 'TND',
    updatedAt: T + id,
    changes: 0,
    ...changes,
  };
}

function live(id: number, changes: Partial<OrderChange> = {}): LiveRow<OrderChange> {
  const change: OrderChange = {
    id,
    cityId: 1,
    restaurantId: 1,
    courierId: null,
    status: 'accepted',
    placedAt: T + id,
    promisedAt: null,
    deliveredAt: null,
    cancelledAt: null,
    amount: 1,
    currency: 'TND',
    updatedAt: T + id + 10,
    committedAt: null,
    ...changes,
  };
  return { key: String(id), version: 1, row: change, changes: 2 };
}

const told = (rows: readonly OrderRow[]) => rows.map(({ id, status }) => [id, status]);

describe('orderRows', () => {
  it('lists newest first and lets the later of REST and socket win', () => {
    const rows = orderRows(
      [row(1), row(2, { status: 'delivered', updatedAt: T + 500 })],
      [live(1), live(2), live(3)],
      null,
      true,
    );
    expect(told(rows)).toEqual([
      [3, 'accepted'],
      [2, 'delivered'],
      [1, 'accepted'],
    ]);
  });

  it('counts on REST alone when the socket is down', () => {
    expect(told(orderRows([row(1)], [live(1), live(2)], null, false))).toEqual([[1, 'placed']]);
  });

  it('still shows what the socket told when REST has nothing', () => {
    expect(orderRows([], [live(1)], null, false)).toHaveLength(1);
  });

  it('leaves out other cities, also events of the former subscription', () => {
    expect(orderRows([row(1, { cityId: 2 })], [live(2)], 2, true).map(({ id }) => id)).toEqual([1]);
  });

  it('gives the same object for the same change, so that its row is not rendered again', () => {
    const change = live(1);
    expect(orderRows([], [change], null, true)[0]).toBe(orderRows([], [change], null, true)[0]);
  });
});

describe('punctuality', () => {
  const promisedAt = T + 60_000;

  it.each([
    ['open and in time', row(1, { promisedAt }), T, { kind: 'due', byMs: 60_000 }],
    ['open and late', row(1, { promisedAt }), T + 90_000, { kind: 'late', byMs: 30_000 }],
    [
      'delivered early',
      row(1, { promisedAt, status: 'delivered', closedAt: T + 50_000 }),
      T + 900_000,
      { kind: 'on_time', byMs: 10_000 },
    ],
    ['cancelled', row(1, { promisedAt, status: 'cancelled' }), T, { kind: 'none', byMs: 0 }],
    ['without a promise', row(1), T, { kind: 'none', byMs: 0 }],
  ] as const)('%s', (_, order, at, expected) => {
    expect(punctuality(order, at)).toEqual(expected);
  });

  it('selects the late ones', () => {
    const rows = [row(1, { promisedAt }), row(2), row(3, { status: 'delivered' })];
    expect(inView(rows, 'open', T)).toHaveLength(2);
    expect(inView(rows, 'late', T + 90_000).map(({ id }) => id)).toEqual([1]);
  });
});

it('names a restaurant by its number until its name is known', () => {
  expect(restaurantName(undefined, 7)).toBe('Restaurant 7');
  expect(restaurantName(new Map([[7, 'Ojja 7']]), 7)).toBe('Ojja 7');
});

it('takes a cancelled order off the way', () => {
  expect(statusStep('delivered')).toBe(STEPS - 1);
  expect(statusStep('cancelled')).toBe(-1);
});
