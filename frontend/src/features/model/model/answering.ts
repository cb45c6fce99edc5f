import type { OrderPrediction } from '@/lib/live';

const WINDOW_MS = 60_000;

/** How many of the newest predictions a version made. */
export interface Answering {
  readonly version: string;
  readonly count: number;
  readonly share: number;
  /** When the newest of them was made for. */
  readonly newest: number;
}

/**
 * Who answers: the versions of the predictions in the minute before the newest, the one that answered
 * last first. The newest counts and not the clock, so that a replayed month tells it too.
 */
export function answering(predictions: readonly OrderPrediction[]): readonly Answering[] {
  const last = predictions.reduce((at, { madeFor }) => Math.max(at, madeFor), 0);
  const recent = predictions.filter(({ madeFor }) => madeFor > last - WINDOW_MS);
  const versions = new Map<string, { count: number; newest: number }>();
  for (const { modelVersion, madeFor } of recent) {
    const { count, newest } = versions.get(modelVersion) ?? { count: 0, newest: 0 };
    versions.set(modelVersion, { count: count + 1, newest: Math.max(newest, madeFor) });
  }
  return [...versions]
    .map(([version, { count, newest }]) => ({
      version,
      count,
      share: count / recent.length,
      newest,
    }))
    .sort((a, b) => b.newest - a.newest || a.version.localeCompare(b.version));
}
