import type { Channel, LiveRow } from './channel';
import type { SnapshotItem } from './protocol';

/** Trimming sorts; doing it at every tenth surplus row keeps it off the hot path. */
const SLACK = 1.1;

/**
 * The newest version of every row of one channel. Rows may arrive in any order and more than once:
 * the highest version stays. Bounded by the channel's capacity.
 */
export class ChannelRows<Row> {
  private rows = new Map<string, LiveRow<Row>>();
  private dirty = false;

  /** Rows that were not of the channel's form, since the start. */
  rejected = 0;

  constructor(readonly channel: Channel<Row>) {}

  get size(): number {
    return this.rows.size;
  }

  /** A delta. @returns the row when it is news, null when it is old, known or malformed */
  apply(key: string, version: number, data: unknown): Row | null {
    const known = this.rows.get(key);
    if (known !== undefined && known.version >= version) return null;
    const row = this.parse(data);
    if (row === null) return null;
    this.rows.set(key, { key, version, row, changes: (known?.changes ?? 0) + 1 });
    if (this.rows.size > this.channel.capacity * SLACK) this.trim();
    this.dirty = true;
    return row;
  }

  /** A snapshot; versions that are already higher here stay. */
  load(items: readonly SnapshotItem[]): void {
    const before = this.rows;
    this.rows = new Map(this.channel.snapshot === 'merge' ? before : []);
    for (const { key, version, data } of items) {
      const known = before.get(key);
      if (known !== undefined && known.version >= version) {
        this.rows.set(key, known);
        continue;
      }
      const row = this.parse(data);
      if (row !== null) this.rows.set(key, { key, version, row, changes: known?.changes ?? 0 });
    }
    if (this.rows.size > this.channel.capacity) this.trim();
    this.dirty = true;
  }

  clear(): void {
    this.rows = new Map();
    this.dirty = true;
  }

  /** The rows in no order, or null when nothing changed since the last call. */
  takeChanged(): readonly LiveRow<Row>[] | null {
    if (!this.dirty) return null;
    this.dirty = false;
    return [...this.rows.values()];
  }

  private parse(data: unknown): Row | null {
    const parsed = this.channel.schema.safeParse(data);
    if (parsed.success) return parsed.data;
    this.rejected += 1;
    return null;
  }

  private trim(): void {
    const { channel } = this;
    const kept = [...this.rows.values()]
      .sort((a, b) => channel.rank(b.row) - channel.rank(a.row))
      .slice(0, channel.capacity);
    this.rows = new Map(kept.map((live) => [live.key, live]));
  }
}
