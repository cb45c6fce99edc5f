import type { PredictionStage } from '@/lib/live';
import type { ModelHealth, Performance } from '@/lib/model-health';
import { statusLabel } from '@/lib/orders';

export const dimensions = ['city', 'stage', 'hour', 'weather'] as const;

export type Dimension = (typeof dimensions)[number];

/** A group with the name that people know it by. */
export interface NamedPerformance extends Performance {
  readonly name: string;
}

const LISTS = {
  city: 'byCity',
  stage: 'byStage',
  hour: 'byHour',
  weather: 'byWeather',
} as const satisfies Record<Dimension, keyof ModelHealth>;

const title = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function nameOf(dimension: Dimension, key: string, cityOf: (id: number) => string | null): string {
  switch (dimension) {
    case 'city':
      return cityOf(Number(key)) ?? `City ${key}`;
    case 'stage':
      return statusLabel(key as PredictionStage);
    case 'hour':
      return `${key}:00`;
    case 'weather':
      return title(key);
  }
}

/** The groups of a dimension: hours in their order, all others the largest error first. */
export function breakdown(
  health: ModelHealth,
  dimension: Dimension,
  cityOf: (id: number) => string | null,
): readonly NamedPerformance[] {
  const groups = health[LISTS[dimension]].map((found) => ({
    ...found,
    name: nameOf(dimension, found.key, cityOf),
  }));
  return dimension === 'hour' ? groups : groups.toSorted((a, b) => b.mae - a.mae);
}
