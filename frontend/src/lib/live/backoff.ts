const FIRST_MS = 500;
const CEILING_MS = 15_000;

/**
 * Milliseconds before the next attempt: doubling with full jitter, so that a thousand pages do not
 * return in the same instant after the notifier's restart.
 *
 * @param attempt failures in a row, from 1
 * @param random a number in [0, 1)
 */
export function reconnectDelay(attempt: number, random: number): number {
  const ceiling = Math.min(CEILING_MS, FIRST_MS * 2 ** Math.min(attempt - 1, 10));
  return Math.round(ceiling * (0.25 + 0.75 * random));
}
