const WINDOW_MS = 60_000;
/** Without an upper bound, a message this late is taken for a slow one, not for a wrong clock. */
const PLAUSIBLE_TRANSIT_MS = 2_000;

/**
 * How far the server's clock is ahead of the browser's, bounded from both sides: a message cannot
 * arrive before it was sent (lower bound), and an HTTP answer cannot be dated before its request
 * left (upper bound; the Date header has whole seconds). Zero is kept until a bound refutes it:
 * on one machine, or with NTP, it is the truth, and any other choice would colour the latencies.
 * Bounds are forgotten after one to two minutes, so that drift and clock steps are followed.
 */
export class ClockOffset {
  private lower = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  private upper = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  private windowStart = 0;

  /** A message that the server stamped `sentAt` was read at `receivedAt`, browser's clock. */
  observeMessage(sentAt: number, receivedAt: number): void {
    this.roll(receivedAt);
    this.lower[0] = Math.max(this.lower[0] ?? Number.NEGATIVE_INFINITY, sentAt - receivedAt);
  }

  /** A request sent at `requestedAt` was answered with the HTTP date `date`. */
  observeHttpDate(date: number, requestedAt: number): void {
    this.roll(requestedAt);
    const bound = date + 1000 - requestedAt;
    this.upper[0] = Math.min(this.upper[0] ?? Number.POSITIVE_INFINITY, bound);
  }

  /** Milliseconds to add to the browser's clock to read the server's. */
  get millis(): number {
    const lower = Math.max(...this.lower);
    const upper = Math.min(...this.upper);
    if (lower > 0) return lower;
    if (upper < 0)
      return Number.isFinite(lower) ? Math.min(upper, Math.max(lower, upper - 1000)) : upper;
    if (Number.isFinite(upper) || !Number.isFinite(lower)) return 0;
    return lower < -PLAUSIBLE_TRANSIT_MS ? lower : 0;
  }

  private roll(now: number): void {
    if (now - this.windowStart < WINDOW_MS) return;
    this.windowStart = now;
    this.lower = [Number.NEGATIVE_INFINITY, this.lower[0] ?? Number.NEGATIVE_INFINITY];
    this.upper = [Number.POSITIVE_INFINITY, this.upper[0] ?? Number.POSITIVE_INFINITY];
  }
}
