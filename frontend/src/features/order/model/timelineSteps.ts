import { orderStatuses, type OrderStatus } from '@/lib/live';

/** A stage that was passed, or that is to come. */
export interface TimelineStep {
  readonly status: OrderStatus;
  /** Null where it is to come. */
  readonly at: number | null;
  /** Since the stage passed before it; null of the first and of those to come. */
  readonly tookMs: number | null;
}

/** What an order has passed, and unless it is over what is still ahead of it. */
export function timelineSteps(
  passed: readonly { readonly status: OrderStatus; readonly at: number }[],
  status: OrderStatus,
): readonly TimelineStep[] {
  const steps = passed.map((step, index) => {
    const before = passed[index - 1];
    return { ...step, tookMs: before === undefined ? null : step.at - before.at };
  });
  if (status === 'cancelled' || status === 'delivered') return steps;
  const ahead = orderStatuses.slice(orderStatuses.indexOf(status) + 1);
  return [
    ...steps,
    ...ahead
      .filter((next) => next !== 'cancelled' && !steps.some((step) => step.status === next))
      .map((next) => ({ status: next, at: null, tookMs: null })),
  ];
}
