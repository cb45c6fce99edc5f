import type { Tone } from '@/components';
import type { RestaurantSentiment } from '../api/sentiment';

/** Scores nearer to zero than this are neither: about what one mild word weighs. */
const NEUTRAL = 0.05;

/** A score with its sign, which tells without colour. */
export function scoreText(score: number | null): string {
  if (score === null) return '–';
  const digits = Math.abs(score).toFixed(2);
  if (Number(digits) === 0) return digits;
  return score < 0 ? `−${digits}` : `+${digits}`;
}

export function scoreTone({ score }: RestaurantSentiment): Tone {
  if (score === null || Math.abs(score) < NEUTRAL) return 'muted';
  return score < 0 ? 'bad' : 'good';
}

/**
 * Those that sound negative first, and otherwise as webapi sorted them: it draws those with few
 * reviews towards neutral.
 */
export function negativeFirst(
  rows: readonly RestaurantSentiment[],
): readonly RestaurantSentiment[] {
  const isNegative = (row: RestaurantSentiment) => Number(scoreTone(row) === 'bad');
  return rows.toSorted((a, b) => isNegative(b) - isNegative(a));
}
