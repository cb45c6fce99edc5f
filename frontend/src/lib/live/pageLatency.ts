import { afterPaint } from './frameScheduler';
import type { ClockOffset } from './clockOffset';
import { LatencyHistogram, type LatencySummary } from './latencyHistogram';

/** Samples kept between two frames; a sample of a burst tells as much as all of it. */
const MAX_PENDING = 2_000;

/**
 * How long a change took from its commit until its row was painted, as this browser saw it. Changes
 * committed before the socket was up are left out: they waited for us, not for the platform.
 */
export class PageLatency {
  private readonly histogram = new LatencyHistogram();
  private pending: number[] = [];
  private measureFrom = Number.POSITIVE_INFINITY;

  constructor(private readonly offset: ClockOffset) {}

  /** From now on (browser's clock) commits count. */
  startAt(now: number): void {
    this.measureFrom = now;
    this.pending = [];
  }

  /** A row committed then (server's clock) is about to be rendered. */
  arrived(committedAt: number): void {
    if (document.hidden || this.pending.length >= MAX_PENDING) return;
    const local = committedAt - this.offset.millis;
    if (local >= this.measureFrom) this.pending.push(local);
  }

  /** The rows that arrived are in the frame being made. */
  rendering(): void {
    if (this.pending.length === 0) return;
    const committed = this.pending;
    this.pending = [];
    afterPaint(() => {
      if (document.hidden) return;
      const now = Date.now();
      for (const at of committed) this.histogram.record(now - at, now);
    });
  }

  summary(now: number): LatencySummary {
    return this.histogram.summary(now);
  }
}
