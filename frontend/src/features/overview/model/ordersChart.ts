import type { City } from '@/lib/cities';
import type { CityMinute } from '@/lib/live';
import { currentRate, MINUTE_MS, minuteStarts } from './kpiMinutes';

const TOP = 5;

export interface ChartLine {
  readonly name: string;
  readonly values: readonly number[];
  /** Index into the palette; the sum of the other cities has a colour of its own. */
  readonly color: number | 'others';
}

export interface OrdersChart {
  /** Starts of the minutes; the last is the running one, given as a rate. */
  readonly starts: readonly number[];
  readonly lines: readonly ChartLine[];
  readonly stacked: boolean;
}

function series(minutes: readonly CityMinute[], starts: readonly number[], at: number): number[] {
  const perMinute = new Map<number, number>();
  for (const { windowStart, orders } of minutes) {
    perMinute.set(windowStart, (perMinute.get(windowStart) ?? 0) + orders);
  }
  const values = starts.map((start) => perMinute.get(start) ?? 0);
  const last = starts.at(-1) ?? 0;
  const rate = currentRate(at, values.at(-1) ?? 0, perMinute.get(last - MINUTE_MS) ?? 0);
  return [...values.slice(0, -1), Math.round(rate * 10) / 10];
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** Orders per minute, stacked: the busiest five cities of the window, then all others. */
export function ordersChart(
  minutes: readonly CityMinute[],
  cities: readonly City[],
  cityId: number | null,
  at: number,
  count = 60,
): OrdersChart {
  const starts = minuteStarts(at, count);
  const first = starts[0] ?? 0;
  const nameOf = (id: number) =>
    cities.find((city) => city.id === id)?.name ?? `City ${String(id)}`;
  const byCity = new Map<number, CityMinute[]>();
  for (const minute of minutes) {
    if (minute.windowStart < first) continue;
    const list = byCity.get(minute.cityId);
    if (list === undefined) byCity.set(minute.cityId, [minute]);
    else list.push(minute);
  }
  if (cityId !== null) {
    const values = series(byCity.get(cityId) ?? [], starts, at);
    return { starts, lines: [{ name: nameOf(cityId), values, color: 0 }], stacked: false };
  }
  const ranked = [...byCity]
    .map(([id, list]) => ({ id, list, total: sum(list.map(({ orders }) => orders)) }))
    .sort((a, b) => b.total - a.total || a.id - b.id);
  const lines: ChartLine[] = ranked.slice(0, TOP).map(({ id, list }, index) => ({
    name: nameOf(id),
    values: series(list, starts, at),
    color: index,
  }));
  const rest = ranked.slice(TOP);
  if (rest.length > 0) {
    const values = series(
      rest.flatMap(({ list }) => list),
      starts,
      at,
    );
    lines.push({ name: `${String(rest.length)} others`, values, color: 'others' });
  }
  return { starts, lines, stacked: true };
}
