const SLOT_MS = 10_000;
const SLOTS = 6;
const GROWTH = Math.log(1.02);
const SMALLEST_MS = 0.1;
const BUCKETS = 800;

/** Figures of the last minute, milliseconds; null while nothing was measured. */
export interface LatencySummary {
  readonly count: number;
  readonly p50: number | null;
  readonly p99: number | null;
  readonly max: number | null;
}

interface Slot {
  epoch: number;
  readonly counts: Uint32Array;
  max: number;
}

/**
 * Latencies of the last minute in buckets 2 % wide, from 0.1 ms to 12 minutes, forgotten ten
 * seconds at a time. About 19 kB, however many are recorded.
 */
export class LatencyHistogram {
  private readonly slots: Slot[] = Array.from({ length: SLOTS }, () => ({
    epoch: -1,
    counts: new Uint32Array(BUCKETS),
    max: 0,
  }));

  record(millis: number, now: number): void {
    const slot = this.slotAt(now);
    const value = Math.max(SMALLEST_MS, millis);
    const bucket = Math.min(BUCKETS - 1, Math.floor(Math.log(value / SMALLEST_MS) / GROWTH));
    slot.counts[bucket] = (slot.counts[bucket] ?? 0) + 1;
    slot.max = Math.max(slot.max, value);
  }

  summary(now: number): LatencySummary {
    const oldest = Math.floor(now / SLOT_MS) - SLOTS + 1;
    const fresh = this.slots.filter((slot) => slot.epoch >= oldest);
    const totals = new Uint32Array(BUCKETS);
    let count = 0;
    for (const slot of fresh) {
      slot.counts.forEach((n, bucket) => {
        totals[bucket] = (totals[bucket] ?? 0) + n;
        count += n;
      });
    }
    if (count === 0) return { count, p50: null, p99: null, max: null };
    const max = Math.max(...fresh.map((slot) => slot.max));
    const quantile = (q: number) => Math.min(max, valueAt(totals, Math.ceil(q * count)));
    return { count, p50: quantile(0.5), p99: quantile(0.99), max };
  }

  private slotAt(now: number): Slot {
    const epoch = Math.floor(now / SLOT_MS);
    const slot = this.slots[epoch % SLOTS];
    if (slot === undefined) throw new Error(`No slot for the time ${String(now)}.`);
    if (slot.epoch !== epoch) {
      slot.epoch = epoch;
      slot.counts.fill(0);
      slot.max = 0;
    }
    return slot;
  }
}

/** The middle of the bucket that holds the value of the given rank, from 1. */
function valueAt(totals: Uint32Array, rank: number): number {
  let seen = 0;
  for (let bucket = 0; bucket < totals.length; bucket += 1) {
    seen += totals[bucket] ?? 0;
    if (seen >= rank) return SMALLEST_MS * Math.exp((bucket + 0.5) * GROWTH);
  }
  return 0;
}
