import type { City } from '@/lib/cities';
import type { CityMinute } from '@/lib/live';
import { minuteStarts } from './kpiMinutes';

/** Complete minutes over which a city's rate is averaged: one minute of a small city is noise. */
const RATE_MINUTES = 10;

export interface CityRank {
  readonly cityId: number;
  readonly name: string;
  readonly ordersPerMinute: number;
  readonly delivered: number;
  readonly avgDeliveryMinutes: number | null;
  /** Rate as a share of the busiest city's, 0 to 1. */
  readonly share: number;
}

/** Cities by their rate, the busiest first; a city without an event in the hour comes last. */
export function cityRanking(
  minutes: readonly CityMinute[],
  cities: readonly City[],
  at: number,
): CityRank[] {
  const names = new Map(cities.map(({ id, name }) => [id, name]));
  const starts = minuteStarts(at, 61);
  const hourStart = starts[1] ?? 0;
  const running = starts.at(-1) ?? 0;
  const rateStart = starts.at(-1 - RATE_MINUTES) ?? 0;
  const sums = new Map(
    [...names.keys(), ...minutes.map(({ cityId }) => cityId)].map((id) => [
      id,
      { recent: 0, delivered: 0, timed: 0, weighted: 0 },
    ]),
  );
  for (const minute of minutes) {
    const sum = sums.get(minute.cityId);
    if (sum === undefined || minute.windowStart < hourStart || minute.windowStart > running)
      continue;
    if (minute.windowStart >= rateStart && minute.windowStart < running)
      sum.recent += minute.orders;
    sum.delivered += minute.delivered;
    if (minute.avgDeliveryMinutes !== null) {
      sum.timed += minute.delivered;
      sum.weighted += minute.delivered * minute.avgDeliveryMinutes;
    }
  }
  const busiest = Math.max(1, ...[...sums.values()].map(({ recent }) => recent));
  return [...sums]
    .map(([cityId, sum]) => ({
      cityId,
      name: names.get(cityId) ?? `City ${String(cityId)}`,
      ordersPerMinute: sum.recent / RATE_MINUTES,
      delivered: sum.delivered,
      avgDeliveryMinutes: sum.timed === 0 ? null : sum.weighted / sum.timed,
      share: sum.recent / busiest,
    }))
    .sort(
      (a, b) =>
        b.ordersPerMinute - a.ordersPerMinute ||
        b.delivered - a.delivered ||
        a.name.localeCompare(b.name),
    );
}
