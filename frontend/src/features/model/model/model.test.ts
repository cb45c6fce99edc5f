import { describe, expect, it } from 'vitest';
import { etaPredictionsChannel } from '@/lib/live';
import type { FeatureDrift, ModelHealth } from '@/lib/model-health';
import { prediction } from '@/testing/predictions';
import { answering } from './answering';
import { comparison, driftRows } from './healthRows';
import { canRollBack, gain } from './releaseTexts';

const NOON = Date.UTC(2026, 10, 23, 12, 0, 0);

const by = (model_version: string, from: number) =>
  etaPredictionsChannel.schema.parse({
    order_id: 1,
    city_id: 1,
    ...prediction(from, { model_version }),
  });

describe('answering', () => {
  it('tells the shares of the minute before the newest prediction', () => {
    const found = answering([
      by('old', NOON - 90_000),
      by('old', NOON - 30_000),
      by('new', NOON - 20_000),
      by('new', NOON),
      by('new', NOON - 1_000),
    ]);
    expect(found).toEqual([
      { version: 'new', count: 3, share: 0.75, newest: NOON },
      { version: 'old', count: 1, share: 0.25, newest: NOON - 30_000 },
    ]);
  });

  it('is nobody without predictions', () => {
    expect(answering([])).toEqual([]);
  });
});

describe('comparison', () => {
  const figures = { count: 9, bias: 0, coverage: 0.8, baselineMae: 6 };
  const health = {
    total: { key: 'all', mae: 4, ...figures },
    byVersion: [
      { key: 'gone', mae: 2, ...figures },
      { key: 'next', mae: 3, ...figures },
      { key: 'now', mae: 4, ...figures },
    ],
  } as unknown as ModelHealth;

  it('puts champion before challenger, and the baseline last', () => {
    const rows = comparison(health, { champion: 'now', challenger: 'next' });
    expect(rows.map(({ name, mae }) => [name, mae])).toEqual([
      ['now', 4],
      ['next', 3],
      ['gone', 2],
      ['Baseline', 6],
    ]);
  });
});

it('puts what moved most first, and what is not judged last', () => {
  const feature = (name: string, status: FeatureDrift['status'], psi: number | null) => ({
    name,
    description: name,
    psi,
    ks: null,
    count: 1,
    status,
    since: null,
  });
  const rows = driftRows([
    feature('hour', null, 0.9),
    feature('items', 'ok', 0.01),
    feature('distance', 'alarm', 0.3),
    feature('amount', 'ok', 0.05),
    feature('prep', 'warning', 0.2),
  ]);
  expect(rows.map(({ name }) => name)).toEqual(['distance', 'prep', 'amount', 'items', 'hour']);
});

describe('releases', () => {
  const release = (version: string | null, role: 'champion' | 'challenger' = 'champion') => ({
    role,
    version,
    effectiveFrom: null,
    announcedAt: 0,
    announcedBy: 'admin',
    reason: 'promoted' as const,
  });

  it('can be rolled back only to a champion that there was', () => {
    expect(canRollBack([release('m-1'), release('m-1')])).toBe(false);
    expect(canRollBack([release('m-1'), release('m-2', 'challenger')])).toBe(false);
    expect(canRollBack([release('m-1'), release(null)])).toBe(false);
    expect(canRollBack([release('m-2'), release('m-1')])).toBe(true);
  });

  it('tells the gain over the baseline, where both are told', () => {
    expect(gain(3, 6)).toBe(0.5);
    expect(gain(null, 6)).toBeNull();
    expect(gain(3, 0)).toBeNull();
  });
});
