/** What of a prediction tells how it stands to a promise. */
interface Expected {
  readonly at: number;
  readonly p90At: number;
}

export type OutlookKind = 'late' | 'at_risk' | 'in_time' | 'none';

/** How a prediction stands to the promise. */
export interface Outlook {
  readonly kind: OutlookKind;
  /** From the promise to the predicted time, below zero when that is earlier; 0 without promise. */
  readonly byMs: number;
}

/** Late when the point passes the promise, at risk when only the interval's end does. */
export function outlook(expected: Expected, promisedAt: number | null): Outlook {
  if (promisedAt === null) return { kind: 'none', byMs: 0 };
  const byMs = expected.at - promisedAt;
  if (byMs > 0) return { kind: 'late', byMs };
  return { kind: expected.p90At > promisedAt ? 'at_risk' : 'in_time', byMs };
}

/** The outlook in words, null where there is none. */
export function outlookText({ kind, byMs }: Outlook): string | null {
  switch (kind) {
    case 'late':
      return `${wholeMinutes(byMs)} late`;
    case 'at_risk':
      return 'may be late';
    case 'in_time':
      return 'in time';
    case 'none':
      return null;
  }
}

/** Whole minutes, and less than one as that. */
export function wholeMinutes(millis: number): string {
  const minutes = Math.round(Math.abs(millis) / 60_000);
  return minutes === 0 ? '< 1 min' : `${String(minutes)} min`;
}

/** A delivery against what was predicted last. */
export function arrivalText(actualAt: number, predictedAt: number): string {
  const byMs = actualAt - predictedAt;
  if (Math.abs(byMs) < 30_000) return 'as predicted';
  return `${wholeMinutes(byMs)} ${byMs > 0 ? 'later' : 'earlier'}`;
}
