import type { LiveRow, SlaLimit, SlaViolation } from '@/lib/live';

const LABELS: Record<SlaLimit, string> = {
  accept: 'Accept',
  prepare: 'Prepare',
  pick_up: 'Pick up',
  deliver: 'Deliver',
};

/** The limit in words. */
export function limitLabel(limit: SlaLimit): string {
  return LABELS[limit];
}

const key = ({ orderId, limit }: SlaViolation) => `${String(orderId)}/${limit}`;

/**
 * What REST told and the socket has told since, the higher version of each; open ones first, then by
 * when they were due. Neither withdrawn ones nor those learnt of long after they happened.
 */
export function slaRows(
  fetched: readonly SlaViolation[],
  live: readonly LiveRow<SlaViolation>[],
  cityId: number | null,
): readonly SlaViolation[] {
  const newest = new Map(fetched.map((row) => [key(row), row]));
  for (const { row } of live) {
    const known = newest.get(key(row));
    if (known === undefined || known.version < row.version) {
      newest.set(key(row), { ...row, restaurantName: known?.restaurantName ?? null });
    }
  }
  return [...newest.values()]
    .filter((row) => !row.historical && row.state !== 'withdrawn')
    .filter((row) => cityId === null || row.cityId === cityId)
    .sort((a, b) => Number(b.state === 'open') - Number(a.state === 'open') || b.dueAt - a.dueAt);
}

/** Minutes past the limit: so far while it is open, in the end when it is closed. */
export function overrunMinutes(row: SlaViolation, at: number): number {
  return row.overrunMinutes ?? Math.max(0, (at - row.dueAt) / 60_000);
}
