import { formatMillis, formatSpan } from '@/lib/format';
import type { FeatureGroup, Health } from '@/lib/platform';

const TITLES = new Map([
  ['restaurant', 'Restaurants'],
  ['courier', 'Couriers'],
  ['city', 'Cities'],
]);

/** The group in words; one that this page does not know keeps its name. */
export function groupTitle(entity: string): string {
  return TITLES.get(entity) ?? entity;
}

/** An age: features are milliseconds old where much happens, and hours where nothing does. */
export function ageText(age: number | null): string {
  return age !== null && age < 60_000 ? formatMillis(age) : formatSpan(age);
}

/** Good within the target; unknown without features to judge, or in a replay, where nothing is due. */
export function freshnessHealth({ freshness, entities }: FeatureGroup): Health {
  if (freshness.kept === false) return 'bad';
  return freshness.kept === null || entities === 0 ? 'unknown' : 'good';
}

export function freshnessLabel(group: FeatureGroup): string {
  switch (freshnessHealth(group)) {
    case 'good':
      return 'Within target';
    case 'bad':
      return 'Late';
    default:
      return group.entities === 0 ? 'No features' : 'Not judged';
  }
}
