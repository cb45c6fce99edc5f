import { useReferenceNow } from '@/lib/live';
import { countdown } from '@/lib/predictions';
import classes from './Countdown.module.css';

/** Time left until an instant. Ticks by itself: nothing around it is rendered again. */
export function Countdown({ to }: { to: number }) {
  const { overdue, text } = countdown(to, useReferenceNow());
  return (
    <span className={classes.countdown} data-overdue={overdue || undefined} role="timer">
      {text}
    </span>
  );
}
