import { describe, expect, it } from 'vitest';
import { orderDetails } from '@/testing/order';
import { orderDetailsSchema } from '../api/orderSchema';
import { contributionBars, expectedMinutes, valueText } from './contributionBars';
import { timelineSteps } from './timelineSteps';
import { placeOn, timeAxis } from './timeAxis';
import { traceSteps } from './traceSteps';

const NOON = Date.UTC(2026, 10, 23, 12, 0, 0);
const MINUTE = 60_000;

const details = orderDetailsSchema.parse(orderDetails(NOON));

describe('timeAxis', () => {
  it('holds every interval and the promise, with air at both ends', () => {
    const axis = timeAxis(details.predictions, details.order);
    if (axis === null) throw new Error('There are predictions.');
    for (const { p10At, p90At } of details.predictions) {
      expect(placeOn(axis, p10At)).toBeGreaterThan(0);
      expect(placeOn(axis, p90At)).toBeLessThan(1);
    }
    expect(placeOn(axis, details.order.promisedAt ?? 0)).toBeGreaterThan(0);
  });

  it('is none without predictions', () => {
    expect(timeAxis([], details.order)).toBeNull();
  });
});

describe('contributionBars', () => {
  const explanation = {
    base_minutes: 28,
    contributions: [
      { name: 'a', description: 'A', unit: 'km', value: 3.256, category: null, minutes: 6 },
      { name: 'b', description: 'B', unit: 'code', value: 2, category: 'heavy_rain', minutes: -2 },
    ],
    other_minutes: 0.5,
  };

  it('draws from zero to one scale', () => {
    const bars = contributionBars(explanation);
    expect(bars.map(({ left, width }) => [left, width])).toEqual([
      [0.25, 0.75],
      [0, 0.25],
      [0.25, 0.0625],
    ]);
    expect(bars.at(-1)?.label).toBe('All others');
  });

  it('adds up to what is expected', () => {
    expect(expectedMinutes(explanation)).toBe(32.5);
  });

  it('draws nothing where nothing moved the answer', () => {
    const still = { base_minutes: 3, contributions: [], other_minutes: 0 };
    expect(contributionBars(still)).toMatchObject([{ left: 0, width: 0 }]);
  });

  it.each([
    [{ value: 3.256, unit: 'km' }, '3.26 km'],
    [{ value: 2, unit: 'code', category: 'heavy_rain' }, 'heavy rain'],
    [{ value: null, unit: 'km' }, '– unknown'],
    [{ value: 1, unit: '0 or 1' }, 'yes'],
    [{ value: 0, unit: '0 or 1' }, 'no'],
  ])('tells %o as %s', (changes, text) => {
    const named = { name: 'x', description: 'X', minutes: 0, category: null };
    expect(valueText({ ...named, ...changes })).toBe(text);
  });
});

describe('timelineSteps', () => {
  it('tells what each stage took since the one before', () => {
    const steps = timelineSteps(
      [
        { status: 'placed', at: NOON },
        { status: 'accepted', at: NOON + MINUTE },
        { status: 'assigned', at: NOON + 4 * MINUTE },
      ],
      'assigned',
    );
    expect(steps.map(({ status, tookMs }) => [status, tookMs])).toEqual([
      ['placed', null],
      ['accepted', MINUTE],
      ['assigned', 3 * MINUTE],
      ['ready', null],
      ['picked_up', null],
      ['delivered', null],
    ]);
  });

  it('leads nowhere once cancelled', () => {
    const steps = timelineSteps(
      [
        { status: 'placed', at: NOON },
        { status: 'cancelled', at: NOON + MINUTE },
      ],
      'cancelled',
    );
    expect(steps.map(({ status }) => status)).toEqual(['placed', 'cancelled']);
  });
});

it('lays the steps of a trace one after the other, and a negative one nowhere', () => {
  const steps = traceSteps({
    capture_ms: 5,
    enrich_ms: -1,
    join_ms: 10,
    predict_ms: 5,
    total_ms: 19,
  });
  expect(steps.map(({ left, width }) => [left, width])).toEqual([
    [0, 0.25],
    [0.25, 0],
    [0.25, 0.5],
    [0.75, 0.25],
  ]);
  expect(steps[1]?.millis).toBe(-1);
});
