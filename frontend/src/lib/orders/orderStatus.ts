import type { OrderStatus } from '@/lib/live';

const path: readonly OrderStatus[] = [
  'placed',
  'accepted',
  'assigned',
  'ready',
  'picked_up',
  'delivered',
];

/** Steps from placed to delivered. */
export const STEPS = path.length;

const labels: Record<OrderStatus, string> = {
  placed: 'Placed',
  accepted: 'Accepted',
  assigned: 'Assigned',
  ready: 'Ready',
  picked_up: 'Picked up',
  delivered: 'Delivered',
  cancelled: 'Cancelled',
};

export function statusLabel(status: OrderStatus): string {
  return labels[status];
}

/** Index of the step reached; −1 for a cancelled order, which is on no way any more. */
export function statusStep(status: OrderStatus): number {
  return path.indexOf(status);
}
