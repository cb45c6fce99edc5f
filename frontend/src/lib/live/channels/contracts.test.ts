import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { dynamicSlaViolationsChannel } from './dynamicSlaViolations';
import { etaPredictionsChannel } from './etaPredictions';

// The golden samples of contracts/: what the topics hold is what the socket passes on.
const sample = (path: string): unknown =>
  JSON.parse(readFileSync(`../contracts/src/main/resources/samples/${path}.json`, 'utf8'));

describe('eta_predictions', () => {
  it('reads a prediction and turns its minutes into instants', () => {
    const prediction = etaPredictionsChannel.schema.parse(sample('eta_predictions/placed'));
    const from = Date.parse('2026-03-01T11:00:00.123Z');
    expect(prediction).toMatchObject({
      orderId: 4711,
      stage: 'placed',
      madeFor: from,
      at: from + 34.25 * 60_000,
      p10At: from + 27.5 * 60_000,
      p90At: from + 44.75 * 60_000,
      modelVersion: '2026-02-28-1',
      degraded: false,
    });
    expect(prediction).not.toHaveProperty('features');
  });

  it('reads what a degraded one lacked', () => {
    const prediction = etaPredictionsChannel.schema.parse(
      sample('eta_predictions/degraded_baseline'),
    );
    expect(prediction).toMatchObject({ degraded: true, reasons: ['courier_features_late'] });
  });

  it('refuses a stage it does not know', () => {
    const unknown = { ...(sample('eta_predictions/placed') as object), stage: 'eaten' };
    expect(etaPredictionsChannel.schema.safeParse(unknown).success).toBe(false);
  });
});

describe('dynamic_sla_violations', () => {
  it('reads a closed violation', () => {
    expect(
      dynamicSlaViolationsChannel.schema.parse(sample('dynamic_sla_violations/closed_violation')),
    ).toMatchObject({ kind: 'violation', state: 'closed', overrunMinutes: 9, toleranceMinutes: 5 });
  });

  it('reads an early warning', () => {
    expect(
      dynamicSlaViolationsChannel.schema.parse(sample('dynamic_sla_violations/early_warning')),
    ).toMatchObject({ kind: 'early_warning', leadMinutes: 40, actualAt: null });
  });
});
