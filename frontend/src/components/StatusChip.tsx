import type { OrderStatus } from '@/lib/live';
import { statusLabel, statusStep, STEPS } from '@/lib/orders';
import classes from './StatusChip.module.css';

/** Where an order stands: the word, and how many of the steps to delivery are behind it. */
export function StatusChip({ status }: { status: OrderStatus }) {
  const step = statusStep(status);
  return (
    <span className={classes.chip} data-status={status}>
      <span className={classes.word}>{statusLabel(status)}</span>
      <span className={classes.steps} aria-hidden>
        {Array.from({ length: STEPS }, (_, index) => (
          <i key={index} data-done={index <= step || undefined} />
        ))}
      </span>
    </span>
  );
}
