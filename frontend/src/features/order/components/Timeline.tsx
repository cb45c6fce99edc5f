import { Panel, StatusChip } from '@/components';
import { formatClock, formatSpan } from '@/lib/format';
import { useReferenceNow, type OrderStatus } from '@/lib/live';
import { timelineSteps } from '../model/timelineSteps';
import classes from './Timeline.module.css';

interface TimelineProps {
  passed: readonly { readonly status: OrderStatus; readonly at: number }[];
  status: OrderStatus;
  zone: string;
}

function Since({ at }: { at: number }) {
  return <>{formatSpan(useReferenceNow() - at)} ago</>;
}

/** The stages that the order has passed, and those ahead of it. */
export function Timeline({ passed, status, zone }: TimelineProps) {
  const over = status === 'delivered' || status === 'cancelled';
  const newest = passed.at(-1)?.at ?? null;
  return (
    <Panel
      title="Timeline"
      note={over || newest === null ? undefined : <Since at={newest} />}
      flush
      testId="order-timeline"
    >
      <ol className={classes.steps}>
        {timelineSteps(passed, status).map((step) => (
          <li key={step.status} data-ahead={step.at === null || undefined}>
            <StatusChip status={step.status} />
            <span className={classes.at}>{formatClock(step.at, zone)}</span>
            <span className={classes.took}>
              {step.tookMs === null ? '' : `after ${formatSpan(step.tookMs)}`}
            </span>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
