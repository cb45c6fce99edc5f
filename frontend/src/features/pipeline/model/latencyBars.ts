import type { LatencySummary } from '@/lib/live';
import type { StageLatency } from '@/lib/platform';

export interface LatencyBar {
  readonly stage: string;
  readonly label: string;
  readonly about: string;
  readonly count: number;
  readonly p50: number | null;
  readonly p99: number | null;
  /** True for a measurement of the whole way. */
  readonly whole: boolean;
}

const stages: Record<string, { label: string; about: string; whole?: boolean }> = {
  capture: { label: 'Capture', about: 'commit to Debezium' },
  publish: { label: 'Publish', about: 'Debezium to readable in Kafka' },
  job: { label: 'Compute', about: 'captured to emitted by the job' },
  deliver: { label: 'Deliver', about: 'read to written to the socket' },
  commit_to_socket: { label: 'Commit to socket', about: 'the server side in all', whole: true },
};

const order = Object.keys(stages);

function rankOf(stage: string): number {
  const index = order.indexOf(stage);
  return index < 0 ? order.length - 1.5 : index;
}

/** The stages in the order a change passes them, unknown ones before the sums, the page's own last. */
export function latencyBars(
  latency: readonly StageLatency[],
  page: LatencySummary | null,
): LatencyBar[] {
  const bars: LatencyBar[] = latency
    .toSorted((a, b) => rankOf(a.stage) - rankOf(b.stage))
    .map((stage) => ({
      stage: stage.stage,
      label: stages[stage.stage]?.label ?? stage.stage.replaceAll('_', ' '),
      about: stages[stage.stage]?.about ?? '',
      count: stage.count,
      p50: stage.p50_ms,
      p99: stage.p99_ms,
      whole: stages[stage.stage]?.whole ?? false,
    }));
  bars.push({
    stage: 'commit_to_page',
    label: 'Commit to page',
    about: 'painted in this browser',
    count: page?.count ?? 0,
    p50: page?.p50 ?? null,
    p99: page?.p99 ?? null,
    whole: true,
  });
  return bars;
}

const SMALLEST_MS = 0.3;

/** The scale's end: the first power of ten above every value, at least 100 ms. */
export function scaleEnd(bars: readonly LatencyBar[]): number {
  const largest = Math.max(100, ...bars.map(({ p99 }) => p99 ?? 0));
  return 10 ** Math.ceil(Math.log10(largest) - 1e-9);
}

/** Where a latency lies on the logarithmic scale, 0 to 1. */
export function scalePosition(millis: number, end: number): number {
  const position = Math.log(millis / SMALLEST_MS) / Math.log(end / SMALLEST_MS);
  return Math.min(1, Math.max(0, position));
}

/** Powers of ten from 1 ms to the scale's end. */
export function scaleTicks(end: number): number[] {
  const ticks: number[] = [];
  for (let tick = 1; tick <= end; tick *= 10) ticks.push(tick);
  return ticks;
}
