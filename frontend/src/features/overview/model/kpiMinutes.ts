import type { CityMinute, LiveRow } from '@/lib/live';

export const MINUTE_MS = 60_000;

/** Minutes from REST and from the socket, each city's minute once, in its highest version. */
export function mergeMinutes(
  fetched: readonly CityMinute[],
  live: readonly LiveRow<CityMinute>[],
): CityMinute[] {
  const newest = new Map<string, CityMinute>();
  const offer = (minute: CityMinute) => {
    const key = `${String(minute.cityId)}/${String(minute.windowStart)}`;
    const known = newest.get(key);
    if (known === undefined || known.version < minute.version) newest.set(key, minute);
  };
  fetched.forEach(offer);
  for (const { row } of live) offer(row);
  return [...newest.values()];
}

export function ofCity(minutes: readonly CityMinute[], cityId: number | null): CityMinute[] {
  return minutes.filter((minute) => cityId === null || minute.cityId === cityId);
}

/** The newest minute's start, null where there is none. */
export function newestMinute(minutes: readonly CityMinute[]): number | null {
  if (minutes.length === 0) return null;
  return minutes.reduce((newest, { windowStart }) => Math.max(newest, windowStart), -Infinity);
}

/** Starts of the `count` minutes up to the one that holds `at`, oldest first. */
export function minuteStarts(at: number, count: number): number[] {
  const last = Math.floor(at / MINUTE_MS) * MINUTE_MS;
  return Array.from({ length: count }, (_, index) => last - (count - 1 - index) * MINUTE_MS);
}

/**
 * Orders per minute at this moment: the running minute as far as it has come, and the rest of sixty
 * seconds from the minute before.
 */
export function currentRate(at: number, running: number, before: number): number {
  const elapsed = (at % MINUTE_MS) / MINUTE_MS;
  return running + before * (1 - elapsed);
}
