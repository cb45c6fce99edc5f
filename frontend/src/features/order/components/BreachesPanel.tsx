import { Panel, StateWord } from '@/components';
import { formatMinutes, formatTime } from '@/lib/format';
import type { DynamicSlaViolation, SlaViolation } from '@/lib/live';
import classes from './BreachesPanel.module.css';

interface BreachesPanelProps {
  fixed: readonly SlaViolation[];
  dynamic: readonly DynamicSlaViolation[];
  zone: string;
}

const LIMITS = {
  accept: 'accepting',
  prepare: 'preparing',
  pick_up: 'picking up',
  deliver: 'delivery',
};

function State({ state }: { state: 'open' | 'closed' | 'withdrawn' }) {
  if (state === 'open') return <StateWord tone="bad" label="Open" />;
  return <StateWord tone="muted" label={state === 'closed' ? 'Over' : 'Withdrawn'} />;
}

/** Limits that the order broke, and what was raised of its predictions. */
export function BreachesPanel({ fixed, dynamic, zone }: BreachesPanelProps) {
  if (fixed.length === 0 && dynamic.length === 0) return null;
  return (
    <Panel title="Breaches and warnings" flush testId="order-breaches">
      <ul className={classes.list}>
        {dynamic.map(
          ({ kind, state, raisedAt, leadMinutes, expectedOverrunMinutes, overrunMinutes }) => (
            <li key={kind}>
              <State state={state} />
              <span>
                {kind === 'early_warning'
                  ? `Warned ${formatMinutes(leadMinutes)} ahead at ${formatTime(raisedAt, zone)}, ${formatMinutes(expectedOverrunMinutes)} late expected`
                  : `Later than predicted since ${formatTime(raisedAt, zone)}`}
                {overrunMinutes !== null && `; in the end ${formatMinutes(overrunMinutes)}`}
              </span>
            </li>
          ),
        )}
        {fixed.map(({ limit, limitMinutes, dueAt, state, overrunMinutes }) => (
          <li key={limit}>
            <State state={state} />
            <span>
              Limit of {formatMinutes(limitMinutes)} for {LIMITS[limit]} passed at{' '}
              {formatTime(dueAt, zone)}
              {overrunMinutes !== null && `; in the end by ${formatMinutes(overrunMinutes)}`}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
