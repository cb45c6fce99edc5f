import { describe, expect, it } from 'vitest';
import type { OrderPrediction, Prediction } from '@/lib/live';
import { countdown } from './countdown';
import { currentPredictions } from './currentPredictions';
import { intervalShape } from './intervalShape';
import { arrivalText, outlook, outlookText } from './outlook';
import { reasonText } from './reasons';

const MINUTE = 60_000;

function prediction(changes: Partial<OrderPrediction> = {}): OrderPrediction {
  return {
    orderId: 1,
    cityId: 1,
    stage: 'placed',
    madeFor: 0,
    at: 30 * MINUTE,
    p10At: 20 * MINUTE,
    p90At: 45 * MINUTE,
    baselineAt: 28 * MINUTE,
    modelVersion: 'm1',
    degraded: false,
    capped: false,
    reasons: [],
    version: 1,
    ...changes,
  };
}

describe('currentPredictions', () => {
  const stages = [
    prediction({ stage: 'placed', version: 9 }),
    prediction({ stage: 'assigned', version: 2 }),
    prediction({ stage: 'assigned', version: 3 }),
  ];
  const arrivals = [
    [0, 1, 2],
    [0, 2, 1],
    [1, 0, 2],
    [1, 2, 0],
    [2, 0, 1],
    [2, 1, 0],
  ];

  it.each(arrivals)('keeps the latest stage and its correction, arriving %i %i %i', (...order) => {
    const live = order.flatMap((index) => stages[index] ?? []);
    expect(currentPredictions([], live).get(1)).toBe(stages[2]);
  });

  it('takes what REST told until the socket tells more', () => {
    const fetched: Prediction = prediction({ stage: 'picked_up' });
    const current = currentPredictions(
      [
        [1, fetched],
        [2, null],
      ],
      stages,
    );
    expect(current.get(1)).toBe(fetched);
    expect(current.has(2)).toBe(false);
  });
});

describe('outlook', () => {
  it.each([
    ['the point passes the promise', 24, 'late', '6 min late'],
    ['only the interval passes it', 40, 'at_risk', 'may be late'],
    ['the interval ends before it', 50, 'in_time', 'in time'],
    ['nothing is promised', null, 'none', null],
  ] as const)('%s', (_, promised, kind, text) => {
    const found = outlook(prediction(), promised === null ? null : promised * MINUTE);
    expect(found.kind).toBe(kind);
    expect(outlookText(found)).toBe(text);
  });

  it('does not call half a minute none', () => {
    expect(outlookText({ kind: 'late', byMs: 20_000 })).toBe('< 1 min late');
  });

  it('tells a delivery against its prediction', () => {
    expect(arrivalText(33 * MINUTE, 30 * MINUTE)).toBe('3 min later');
    expect(arrivalText(28 * MINUTE, 30 * MINUTE)).toBe('2 min earlier');
    expect(arrivalText(30 * MINUTE + 10_000, 30 * MINUTE)).toBe('as predicted');
  });
});

describe('countdown', () => {
  it.each([
    [12 * MINUTE + 4_000, false, 'in 12:04'],
    [9_000, false, 'in 9 s'],
    [0, false, 'in 0 s'],
    [-80_000, true, '1:20 over'],
  ])('%i ms before', (left, overdue, text) => {
    expect(countdown(1_000_000 + left, 1_000_000)).toEqual({ overdue, text });
  });
});

describe('intervalShape', () => {
  it('holds the interval and the promise on one line', () => {
    expect(intervalShape({ p10At: 20, at: 30, p90At: 40 }, 60)).toEqual({
      from: 0,
      point: 0.25,
      to: 0.5,
      promise: 1,
    });
  });

  it('stands in the middle where all is one instant', () => {
    expect(intervalShape({ p10At: 5, at: 5, p90At: 5 }, null).point).toBe(0.5);
  });
});

it('tells an unknown reason in its own words', () => {
  expect(reasonText('courier_features_late')).toBe('courier features late');
  expect(reasonText('above_bounds')).toMatch(/longest/);
});
