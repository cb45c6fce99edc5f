import type { ExplainedPrediction, Order } from '../api/orderSchema';

/** A span of time that all of an order's predictions are drawn on. */
export interface TimeAxis {
  readonly from: number;
  readonly to: number;
}

const MARGIN = 0.04;

/** Holds every interval, the promise and the delivery, with a little air; null without prediction. */
export function timeAxis(
  predictions: readonly ExplainedPrediction[],
  { promisedAt, deliveredAt }: Order,
): TimeAxis | null {
  if (predictions.length === 0) return null;
  const instants = predictions.flatMap(({ p10At, p90At, baselineAt }) => [
    p10At,
    p90At,
    baselineAt,
  ]);
  if (promisedAt !== null) instants.push(promisedAt);
  if (deliveredAt !== null) instants.push(deliveredAt);
  const from = Math.min(...instants);
  const to = Math.max(...instants);
  const air = Math.max(1, (to - from) * MARGIN);
  return { from: from - air, to: to + air };
}

/** Where an instant stands on the axis, 0 to 1. */
export function placeOn({ from, to }: TimeAxis, at: number): number {
  return (at - from) / (to - from);
}
