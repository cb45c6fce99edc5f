import type { DynamicSlaKind, DynamicSlaViolation, LiveRow, OrderChange } from '@/lib/live';

const MINUTE_MS = 60_000;

/**
 * What REST told and the socket has told since, the higher version of each: those still open by what
 * is due next, then those over, the latest first. Not what was withdrawn.
 */
export function violationRows(
  kind: DynamicSlaKind,
  fetched: readonly DynamicSlaViolation[],
  live: readonly LiveRow<DynamicSlaViolation>[],
  cityId: number | null,
): readonly DynamicSlaViolation[] {
  const newest = new Map<number, DynamicSlaViolation>();
  for (const row of [...fetched, ...live.map(({ row }) => row)]) {
    if (row.kind !== kind || (cityId !== null && row.cityId !== cityId)) continue;
    const known = newest.get(row.orderId);
    if (known !== undefined && known.version >= row.version) continue;
    const restaurantName = row.restaurantName ?? known?.restaurantName ?? null;
    newest.set(row.orderId, { ...row, restaurantName });
  }
  return [...newest.values()].filter(({ state }) => state !== 'withdrawn').sort(openFirst);
}

function openFirst(a: DynamicSlaViolation, b: DynamicSlaViolation): number {
  const byState = Number(b.state === 'open') - Number(a.state === 'open');
  if (byState !== 0) return byState;
  return a.state === 'open' ? a.dueAt - b.dueAt : b.dueAt - a.dueAt;
}

/** Minutes past the prediction: so far while the order is under way, in the end once delivered. */
export function overrunMinutes(violation: DynamicSlaViolation, now: number): number {
  return violation.overrunMinutes ?? Math.max(0, (now - violation.predictedAt) / MINUTE_MS);
}

/** What became of a warning. */
export type WarningOutcome = 'open' | 'came_true' | 'kept';

export function warningOutcome({ state, overrunMinutes }: DynamicSlaViolation): WarningOutcome {
  if (state === 'open' || overrunMinutes === null) return 'open';
  return overrunMinutes > 0 ? 'came_true' : 'kept';
}

/** The newest instant that is known of, null without any: whether the page shows the present. */
export function newestInstant(
  orders: readonly LiveRow<OrderChange>[],
  violations: readonly DynamicSlaViolation[],
): number | null {
  let newest = Number.NEGATIVE_INFINITY;
  for (const { row } of orders) newest = Math.max(newest, row.updatedAt);
  for (const { raisedAt, actualAt } of violations)
    newest = Math.max(newest, raisedAt, actualAt ?? 0);
  return Number.isFinite(newest) ? newest : null;
}
