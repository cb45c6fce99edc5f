import { describe, expect, it } from 'vitest';
import type { SlaViolation } from '@/lib/live';
import { overrunMinutes, slaRows } from './slaRows';

const violation = (over: Partial<SlaViolation>): SlaViolation => ({
  orderId: 1,
  limit: 'deliver',
  cityId: 1,
  restaurantId: 7,
  restaurantName: 'Dar Zarrouk',
  limitMinutes: 60,
  dueAt: 600_000,
  state: 'open',
  overrunMinutes: null,
  historical: false,
  version: 1,
  ...over,
});

const live = (row: SlaViolation) => ({
  key: `${String(row.orderId)}/${row.limit}`,
  version: row.version,
  row,
  changes: 1,
});

describe('slaRows', () => {
  it('takes the higher version and keeps the name that only REST knows', () => {
    const closed = violation({
      version: 2,
      state: 'closed',
      overrunMinutes: 4,
      restaurantName: null,
    });
    expect(slaRows([violation({})], [live(closed)], null)).toEqual([
      { ...closed, restaurantName: 'Dar Zarrouk' },
    ]);
    expect(slaRows([closed], [live(violation({}))], null)).toEqual([closed]);
  });

  it('puts open ones first, then the latest due', () => {
    const rows = slaRows(
      [
        violation({ orderId: 1, state: 'closed', overrunMinutes: 1, dueAt: 900 }),
        violation({ orderId: 2, dueAt: 100 }),
        violation({ orderId: 3, dueAt: 200 }),
      ],
      [],
      null,
    );
    expect(rows.map(({ orderId }) => orderId)).toEqual([3, 2, 1]);
  });

  it('leaves out what is withdrawn, historical or of another city', () => {
    const rows = [
      violation({ orderId: 1, state: 'withdrawn' }),
      violation({ orderId: 2, historical: true }),
      violation({ orderId: 3, cityId: 2 }),
      violation({ orderId: 4 }),
    ];
    expect(slaRows(rows, [], 1).map(({ orderId }) => orderId)).toEqual([4]);
  });
});

describe('overrunMinutes', () => {
  it('grows while open and stands still when closed', () => {
    expect(overrunMinutes(violation({}), 720_000)).toBe(2);
    expect(overrunMinutes(violation({ overrunMinutes: 5 }), 720_000)).toBe(5);
  });
});
