import type { Trace } from '../api/orderSchema';

const STEPS = [
  { key: 'capture_ms', label: 'Capture', about: 'commit in PostgreSQL to Debezium' },
  { key: 'enrich_ms', label: 'Enrich', about: 'names, place, weather' },
  { key: 'join_ms', label: 'Join', about: 'features as of the event' },
  { key: 'predict_ms', label: 'Predict', about: 'model and hand-over' },
] as const;

export interface TraceStep {
  readonly label: string;
  readonly about: string;
  readonly millis: number;
  /** Shares of the whole way: where the step begins, and how long it is. */
  readonly left: number;
  readonly width: number;
}

/** The steps one after the other; one that two clocks tell as negative takes no room. */
export function traceSteps(trace: Trace): readonly TraceStep[] {
  const lengths = STEPS.map(({ key }) => Math.max(0, trace[key]));
  const total = lengths.reduce((sum, length) => sum + length, 0) || 1;
  return STEPS.map(({ key, label, about }, index) => ({
    label,
    about,
    millis: trace[key],
    left: lengths.slice(0, index).reduce((sum, length) => sum + length, 0) / total,
    width: (lengths[index] ?? 0) / total,
  }));
}
