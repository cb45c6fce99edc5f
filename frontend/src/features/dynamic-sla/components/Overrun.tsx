import { formatMinutes } from '@/lib/format';
import { useReferenceNow, type DynamicSlaViolation } from '@/lib/live';
import { overrunMinutes } from '../model/violationRows';
import classes from './Overrun.module.css';

/** How far an order is past its prediction; ticks by itself while it is under way. */
export function Overrun({ violation }: { violation: DynamicSlaViolation }) {
  const minutes = overrunMinutes(violation, useReferenceNow());
  return (
    <span className={classes.overrun} data-state={violation.state}>
      {formatMinutes(minutes)}
    </span>
  );
}
