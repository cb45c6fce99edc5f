/** The instants that an interval is drawn from. */
export interface IntervalInstants {
  readonly p10At: number;
  readonly at: number;
  readonly p90At: number;
}

/** Places on a line from 0 to 1. */
export interface IntervalShape {
  readonly from: number;
  readonly point: number;
  readonly to: number;
  /** The promise, null without one. */
  readonly promise: number | null;
}

/** An interval and its promise on a line that just holds them both. */
export function intervalShape(
  { p10At, at, p90At }: IntervalInstants,
  promisedAt: number | null,
): IntervalShape {
  const start = Math.min(p10At, promisedAt ?? p10At);
  const end = Math.max(p90At, promisedAt ?? p90At);
  const place = (instant: number) => (end === start ? 0.5 : (instant - start) / (end - start));
  return {
    from: place(p10At),
    point: place(at),
    to: place(p90At),
    promise: promisedAt === null ? null : place(promisedAt),
  };
}
