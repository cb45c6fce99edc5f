import { describe, expect, it } from 'vitest';
import type { City } from '@/lib/cities';
import type { CityMinute, LiveRow } from '@/lib/live';
import { cityRanking } from './cityRanking';
import { currentRate, mergeMinutes, MINUTE_MS, minuteStarts, newestMinute } from './kpiMinutes';
import { kpiSummary } from './kpiSummary';
import { changeAgainst, moneyTile } from './kpiTexts';
import { ordersChart } from './ordersChart';
import { referenceTime } from '@/lib/clock';

const NOON = Date.UTC(2026, 10, 22, 12, 0, 0);

function minute(cityId: number, ago: number, changes: Partial<CityMinute> = {}): CityMinute {
  return {
    cityId,
    windowStart: NOON - ago * MINUTE_MS,
    orders: 10,
    delivered: 0,
    cancelled: 0,
    revenue: 0,
    avgDeliveryMinutes: null,
    activeCouriers: 0,
    pressure: null,
    version: 1,
    ...changes,
  };
}

const live = (row: CityMinute): LiveRow<CityMinute> => ({
  key: `${String(row.cityId)}/${String(row.windowStart)}`,
  version: row.version,
  row,
  changes: 1,
});

const city = (id: number, name: string): City => ({
  id,
  name,
  latitude: null,
  longitude: null,
  population: null,
  timezone: 'Africa/Tunis',
  currency: 'TND',
});

describe('mergeMinutes', () => {
  it('keeps the highest version, whether it was fetched or came live', () => {
    const merged = mergeMinutes(
      [minute(1, 0, { version: 5, orders: 50 }), minute(1, 1, { version: 1, orders: 1 })],
      [
        live(minute(1, 0, { version: 4, orders: 40 })),
        live(minute(1, 1, { version: 2, orders: 2 })),
      ],
    );
    expect(merged.map(({ orders }) => orders).sort((a, b) => a - b)).toEqual([2, 50]);
  });

  it('finds the newest minute', () => {
    expect(newestMinute([])).toBeNull();
    expect(newestMinute([minute(1, 3), minute(2, 1)])).toBe(NOON - MINUTE_MS);
  });
});

describe('rates', () => {
  it('slides from the minute before into the running one', () => {
    expect(currentRate(NOON, 0, 60)).toBe(60);
    expect(currentRate(NOON + 30_000, 30, 60)).toBe(60);
    expect(currentRate(NOON + 45_000, 90, 60)).toBe(105);
  });

  it('lists minutes up to the one that holds the instant', () => {
    expect(minuteStarts(NOON + 59_999, 2)).toEqual([NOON - MINUTE_MS, NOON]);
  });
});

describe('referenceTime', () => {
  it('is now while data arrives, and the newest data after a long silence', () => {
    expect(referenceTime(NOON, NOON - 60_000)).toEqual({ at: NOON, historic: false });
    const longAgo = NOON - 86_400_000;
    expect(referenceTime(NOON, longAgo)).toEqual({ at: longAgo, historic: true });
    expect(referenceTime(NOON, null).historic).toBe(false);
  });
});

describe('kpiSummary', () => {
  it('averages over the minutes that have data, not over the empty hour before', () => {
    const rows = [minute(1, 2), minute(1, 1, { orders: 20 }), minute(1, 0, { orders: 3 })];
    const summary = kpiSummary(rows, NOON + 15_000);
    expect(summary.hourAverage).toBe(15);
    expect(summary.ordersPerMinute).toBe(3 + 20 * 0.75);
    expect(summary.trend).toHaveLength(60);
  });

  it('weighs delivery minutes by deliveries and leaves out older hours', () => {
    const rows = [
      minute(1, 1, { delivered: 3, avgDeliveryMinutes: 20 }),
      minute(2, 1, { delivered: 1, avgDeliveryMinutes: 40 }),
      minute(1, 70, { delivered: 100, avgDeliveryMinutes: 90 }),
    ];
    const summary = kpiSummary(rows, NOON);
    expect(summary.deliveredLastHour).toBe(4);
    expect(summary.avgDeliveryMinutes).toBe(25);
  });

  it('has no averages without data', () => {
    expect(kpiSummary([], NOON)).toMatchObject({
      ordersPerMinute: 0,
      hourAverage: null,
      avgDeliveryMinutes: null,
    });
  });
});

describe('cityRanking', () => {
  const cities = [city(1, 'Tunis'), city(2, 'Sfax'), city(3, 'Tozeur')];

  it('orders by rate and keeps cities without orders', () => {
    const rows = [minute(2, 1, { orders: 30 }), minute(1, 1, { orders: 10 }), minute(9, 1)];
    const ranks = cityRanking(rows, cities, NOON);
    expect(ranks.map(({ name }) => name)).toEqual(['Sfax', 'City 9', 'Tunis', 'Tozeur']);
    expect(ranks[0]).toMatchObject({ ordersPerMinute: 3, share: 1 });
    expect(ranks.at(-1)).toMatchObject({ ordersPerMinute: 0, avgDeliveryMinutes: null });
  });
});

describe('ordersChart', () => {
  const cities = Array.from({ length: 8 }, (_, index) =>
    city(index + 1, `City ${String(index + 1)}`),
  );
  const rows = cities.map(({ id }) => minute(id, 1, { orders: id }));

  it('stacks the five busiest and sums up the others', () => {
    const chart = ordersChart(rows, cities, null, NOON, 3);
    expect(chart.lines.map(({ name }) => name)).toEqual([
      'City 8',
      'City 7',
      'City 6',
      'City 5',
      'City 4',
      '3 others',
    ]);
    expect(chart.lines.at(-1)?.values[1]).toBe(6);
    expect(chart.stacked).toBe(true);
  });

  it('draws the chosen city alone', () => {
    const chart = ordersChart(rows, cities, 2, NOON, 3);
    expect(chart.lines).toHaveLength(1);
    expect(chart.lines[0]?.values).toEqual([0, 2, 2]);
  });
});

describe('texts', () => {
  it('compares with the average where that means something', () => {
    expect(changeAgainst(112, 100)).toBe('+12 %');
    expect(changeAgainst(50, 100)).toBe('−50 %');
    expect(changeAgainst(5, 0.2)).toBe('');
    expect(changeAgainst(5, null)).toBe('');
  });

  it('never adds up currencies', () => {
    const tile = moneyTile(
      [
        { currency: 'EUR', amount: 5 },
        { currency: 'TND', amount: 1234.5 },
      ],
      'TND',
    );
    expect(tile).toEqual({
      amount: '1,234.500',
      currency: 'TND',
      raw: 1234.5,
      others: '5.000 EUR',
    });
  });
});
