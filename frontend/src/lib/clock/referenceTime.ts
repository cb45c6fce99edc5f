/** After this long without an event the page counts from the last one. */
const QUIET_MS = 30 * 60_000;

/** The instant from which ages and rates are counted. */
export interface ReferenceTime {
  readonly at: number;
  /** True when it is the newest event's time, because the data is from another time than now. */
  readonly historic: boolean;
}

/**
 * Now, unless the newest data is long past: a replayed month plays in its own time, and an age
 * counted from today would say nothing.
 *
 * @param newest the newest event, null while none is known
 */
export function referenceTime(now: number, newest: number | null): ReferenceTime {
  const historic = newest !== null && now - newest > QUIET_MS;
  return { at: historic ? newest : now, historic };
}
