import type { z } from '@/lib/schema';

/** What the adapter must know of a channel to keep its newest rows. */
export interface Channel<Row> {
  readonly name: string;
  /** Checks and turns a row's data; a row that fails is counted and left out. */
  readonly schema: z.ZodType<Row>;
  /**
   * `replace`: a snapshot is all there is, what it does not name is gone. `merge`: a snapshot adds
   * to what is known, as for minutes that have left the server's window but not ours.
   */
  readonly snapshot: 'replace' | 'merge';
  /** Most rows that are kept. */
  readonly capacity: number;
  /** Above the capacity the rows with the lowest rank go first; higher is worth more. */
  rank(row: Row): number;
  /** When the change was committed, server's clock; null where it is not to be measured. */
  committedAt(row: Row): number | null;
}

/** A row with what a list needs to show that it moved. */
export interface LiveRow<Row> {
  readonly key: string;
  readonly version: number;
  readonly row: Row;
  /** Changes seen since the page is open, 0 for a row known from a snapshot only. */
  readonly changes: number;
}
