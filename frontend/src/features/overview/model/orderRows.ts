import type { LiveRow, OrderChange, OrderStatus } from '@/lib/live';
import type { OrderListing, RestaurantNames } from '../api/orders';

/** An order as the table shows it. */
export interface OrderRow {
  readonly id: number;
  readonly cityId: number;
  readonly restaurantId: number;
  readonly status: OrderStatus;
  readonly placedAt: number;
  readonly promisedAt: number | null;
  /** When it was delivered or cancelled, null while open. */
  readonly closedAt: number | null;
  readonly amount: number;
  readonly currency: string;
  readonly updatedAt: number;
  /** Changes seen live; a row flashes when it grows. */
  readonly changes: number;
}

function fromListing(order: OrderListing): OrderRow {
  return { ...order, closedAt: order.deliveredAt ?? order.cancelledAt, changes: 0 };
}

const known = new WeakMap<LiveRow<OrderChange>, OrderRow>();

/** The same row object for the same change, so that an unchanged row is not rendered again. */
function fromLive(live: LiveRow<OrderChange>): OrderRow {
  let row = known.get(live);
  if (row === undefined) {
    const { row: change, changes } = live;
    row = { ...change, closedAt: change.deliveredAt ?? change.cancelledAt, changes };
    known.set(live, row);
  }
  return row;
}

/**
 * The newest orders, newest first. While the socket lives its rows win unless REST is newer; when
 * it is down what it told is old, and REST alone counts.
 */
export function orderRows(
  fetched: readonly OrderRow[],
  live: readonly LiveRow<OrderChange>[],
  cityId: number | null,
  isLive: boolean,
): OrderRow[] {
  const rows = new Map<number, OrderRow>();
  for (const row of fetched) rows.set(row.id, row);
  if (isLive || fetched.length === 0) {
    for (const change of live) {
      const row = fromLive(change);
      const other = rows.get(row.id);
      if (other === undefined || other.updatedAt <= row.updatedAt) rows.set(row.id, row);
    }
  }
  return [...rows.values()]
    .filter((row) => cityId === null || row.cityId === cityId)
    .sort((a, b) => b.placedAt - a.placedAt || b.id - a.id);
}

export function listingRows(orders: readonly OrderListing[]): OrderRow[] {
  return orders.map(fromListing);
}

export function restaurantName(names: RestaurantNames | undefined, id: number): string {
  return names?.get(id) ?? `Restaurant ${String(id)}`;
}

export type Punctuality = 'on_time' | 'late' | 'due' | 'none';

/** How an order stands to its promise at an instant. */
export function punctuality(row: OrderRow, at: number): { kind: Punctuality; byMs: number } {
  if (row.promisedAt === null || row.status === 'cancelled') return { kind: 'none', byMs: 0 };
  if (row.status === 'delivered') {
    const byMs = (row.closedAt ?? row.updatedAt) - row.promisedAt;
    return byMs > 0 ? { kind: 'late', byMs } : { kind: 'on_time', byMs: -byMs };
  }
  const byMs = at - row.promisedAt;
  return byMs > 0 ? { kind: 'late', byMs } : { kind: 'due', byMs: -byMs };
}

export type OrderView = 'all' | 'open' | 'late';

/** Rows of the chosen view. */
export function inView(
  rows: readonly OrderRow[],
  view: OrderView,
  at: number,
): readonly OrderRow[] {
  if (view === 'all') return rows;
  const open = rows.filter((row) => row.status !== 'delivered' && row.status !== 'cancelled');
  return view === 'open' ? open : open.filter((row) => punctuality(row, at).kind === 'late');
}
