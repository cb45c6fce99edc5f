import type { CityMinute } from '@/lib/live';
import { currentRate, MINUTE_MS, minuteStarts } from './kpiMinutes';

export interface KpiSummary {
  readonly ordersPerMinute: number;
  /** Mean of the complete minutes of the hour in which data exists; null before the first. */
  readonly hourAverage: number | null;
  /** Orders of each complete minute of the hour, oldest first. */
  readonly trend: readonly number[];
  readonly deliveredLastHour: number;
  readonly cancelledLastHour: number;
  /** Weighted by deliveries; null where none was. */
  readonly avgDeliveryMinutes: number | null;
}

/** The strip's figures at an instant, from the minutes of the chosen cities. */
export function kpiSummary(minutes: readonly CityMinute[], at: number): KpiSummary {
  const starts = minuteStarts(at, 61);
  const first = starts[0] ?? 0;
  const running = starts.at(-1) ?? 0;
  const orders = new Map<number, number>(starts.map((start) => [start, 0]));
  let delivered = 0;
  let cancelled = 0;
  let minutesDelivered = 0;
  let weighted = 0;
  let earliest = Infinity;
  for (const minute of minutes) {
    if (minute.windowStart < first || minute.windowStart > running) continue;
    earliest = Math.min(earliest, minute.windowStart);
    orders.set(minute.windowStart, (orders.get(minute.windowStart) ?? 0) + minute.orders);
    if (minute.windowStart === first) continue;
    delivered += minute.delivered;
    cancelled += minute.cancelled;
    if (minute.avgDeliveryMinutes === null) continue;
    minutesDelivered += minute.delivered;
    weighted += minute.delivered * minute.avgDeliveryMinutes;
  }
  const trend = starts.slice(0, -1).map((start) => orders.get(start) ?? 0);
  const known = trend.filter((_, index) => (starts[index] ?? 0) >= earliest);
  return {
    ordersPerMinute: currentRate(
      at,
      orders.get(running) ?? 0,
      orders.get(running - MINUTE_MS) ?? 0,
    ),
    hourAverage:
      known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length,
    trend,
    deliveredLastHour: delivered,
    cancelledLastHour: cancelled,
    avgDeliveryMinutes: minutesDelivered === 0 ? null : weighted / minutesDelivered,
  };
}
