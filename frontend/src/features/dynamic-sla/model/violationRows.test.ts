import { describe, expect, it } from 'vitest';
import type { DynamicSlaViolation, LiveRow } from '@/lib/live';
import { newestInstant, overrunMinutes, violationRows, warningOutcome } from './violationRows';

const MINUTE = 60_000;

function violation(changes: Partial<DynamicSlaViolation> = {}): DynamicSlaViolation {
  return {
    orderId: 1,
    kind: 'violation',
    cityId: 1,
    restaurantId: 7,
    restaurantName: 'Dar Zarrouk',
    stage: 'placed',
    modelVersion: 'm1',
    predictedAt: 30 * MINUTE,
    p10At: 25 * MINUTE,
    p90At: 40 * MINUTE,
    promisedAt: 35 * MINUTE,
    toleranceMinutes: 10,
    dueAt: 40 * MINUTE,
    raisedAt: 40 * MINUTE,
    leadMinutes: 0,
    expectedOverrunMinutes: null,
    state: 'open',
    actualAt: null,
    overrunMinutes: null,
    version: 1,
    ...changes,
  };
}

const live = (row: DynamicSlaViolation): LiveRow<DynamicSlaViolation> => ({
  key: `${String(row.orderId)}/${row.kind}`,
  version: row.version,
  row,
  changes: 1,
});

describe('violationRows', () => {
  it('takes the higher version and keeps the name that only REST knows', () => {
    const closed = violation({ version: 2, state: 'closed', restaurantName: null });
    const named = { ...closed, restaurantName: 'Dar Zarrouk' };
    expect(violationRows('violation', [violation()], [live(closed)], null)).toEqual([named]);
    expect(violationRows('violation', [named], [live(violation())], null)).toEqual([named]);
  });

  it('puts what is due next first, then what is over, the latest first', () => {
    const rows = violationRows(
      'violation',
      [
        violation({ orderId: 1, state: 'closed', dueAt: 1 }),
        violation({ orderId: 2, state: 'closed', dueAt: 9 }),
        violation({ orderId: 3, dueAt: 8 }),
        violation({ orderId: 4, dueAt: 5 }),
      ],
      [],
      null,
    );
    expect(rows.map(({ orderId }) => orderId)).toEqual([4, 3, 2, 1]);
  });

  it('leaves out the other kind, other cities and what was withdrawn', () => {
    const rows = [
      violation({ orderId: 1, kind: 'early_warning' }),
      violation({ orderId: 2, cityId: 2 }),
      violation({ orderId: 3, version: 2, state: 'withdrawn' }),
      violation({ orderId: 4 }),
    ];
    const found = violationRows('violation', [violation({ orderId: 3 })], rows.map(live), 1);
    expect(found.map(({ orderId }) => orderId)).toEqual([4]);
  });
});

describe('a violation', () => {
  it('grows from its prediction while open and stands still when closed', () => {
    expect(overrunMinutes(violation(), 42 * MINUTE)).toBe(12);
    expect(overrunMinutes(violation({ overrunMinutes: 15 }), 99 * MINUTE)).toBe(15);
  });

  it('tells the newest instant that it knows of', () => {
    expect(newestInstant([], [])).toBeNull();
    expect(newestInstant([], [violation(), violation({ actualAt: 50 * MINUTE })])).toBe(
      50 * MINUTE,
    );
  });
});

it.each([
  ['open', null, 'open'],
  ['closed', 3, 'came_true'],
  ['closed', -2, 'kept'],
] as const)('a warning that is %s at %s minutes: %s', (state, minutes, outcome) => {
  expect(warningOutcome(violation({ state, overrunMinutes: minutes }))).toBe(outcome);
});
