import { ABSENT } from '@/lib/format';
import type { Contribution, Explanation } from '../api/orderSchema';

/** A bar from zero, to the right where it makes the delivery later. */
export interface ContributionBar {
  readonly key: string;
  readonly label: string;
  /** The value with its unit, null for the sum of many. */
  readonly value: string | null;
  readonly minutes: number;
  /** Share of the drawing that the bar takes. */
  readonly width: number;
  /** Where it begins, as a share from the left. */
  readonly left: number;
}

const number = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 });

/** A value as people read it. */
export function valueText({ value, category, unit }: Contribution): string {
  if (category != null) return category.replaceAll('_', ' ');
  if (value == null) return `${ABSENT} unknown`;
  if (unit === '0 or 1') return value === 0 ? 'no' : 'yes';
  return `${number.format(value)} ${unit}`;
}

/** The bars, largest first, the sum of the others last; all to one scale. */
export function contributionBars(explanation: Explanation): readonly ContributionBar[] {
  const rows = explanation.contributions.map((contribution) => ({
    key: contribution.name,
    label: contribution.description,
    value: valueText(contribution),
    minutes: contribution.minutes,
  }));
  const all = [
    ...rows,
    { key: 'others', label: 'All others', value: null, minutes: explanation.other_minutes },
  ];
  const most = Math.max(0, ...all.map(({ minutes }) => minutes));
  const least = Math.min(0, ...all.map(({ minutes }) => minutes));
  const span = most - least || 1;
  return all.map((row) => ({
    ...row,
    width: Math.abs(row.minutes) / span,
    left: (Math.min(0, row.minutes) - least) / span,
  }));
}

/** What base and contributions add up to: the expected minutes before clipping. */
export function expectedMinutes({
  base_minutes,
  contributions,
  other_minutes,
}: Explanation): number {
  return contributions.reduce((sum, { minutes }) => sum + minutes, base_minutes + other_minutes);
}
