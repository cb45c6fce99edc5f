import { Tooltip } from '@mantine/core';
import { Radio, WifiOff } from 'lucide-react';
import { useCityFilter } from '@/lib/cities';
import { formatClock, formatMillis } from '@/lib/format';
import { useConnection, useLiveFigures, type ConnectionState } from '@/lib/live';
import classes from './ConnectionIndicator.module.css';

function explain(state: ConnectionState, zone: string): string {
  const since = state.staleSince === null ? '' : ` since ${formatClock(state.staleSince, zone)}`;
  if (state.phase === 'live')
    return 'Changes arrive as they are committed. Median from commit to page.';
  if (state.phase === 'connecting') return 'Connecting to the live feed.';
  if (state.phase === 'denied') return `No live data: ${state.reason ?? 'refused'}`;
  return `No live data${since}. ${state.reason ?? ''} Refreshing every 10 s meanwhile.`;
}

/** Whether the page is live, and how fast changes reach it. */
export function ConnectionIndicator() {
  const state = useConnection();
  const figures = useLiveFigures();
  const { zone } = useCityFilter();
  const words = { live: 'Live', connecting: 'Connecting', offline: 'Stale', denied: 'Refused' };
  const latency = state.phase === 'live' ? (figures?.latency.p50 ?? null) : null;
  const Icon = state.phase === 'offline' || state.phase === 'denied' ? WifiOff : Radio;
  return (
    <Tooltip label={explain(state, zone)} multiline w={260} withArrow>
      <span
        className={classes.indicator}
        data-testid="connection-state"
        data-phase={state.phase}
        tabIndex={0}
        role="status"
      >
        <Icon size={15} aria-hidden />
        {words[state.phase]}
        {latency !== null && (
          <span className={classes.latency} aria-hidden>
            {formatMillis(latency)}
          </span>
        )}
      </span>
    </Tooltip>
  );
}
