import { Panel, StateBadge } from '@/components';
import { formatClock, formatCount, formatMillis, formatRate } from '@/lib/format';
import type { ConnectionState, LiveFigures } from '@/lib/live';
import classes from './Table.module.css';

interface BrowserFiguresProps {
  figures: LiveFigures | null;
  connection: ConnectionState;
  zone: string;
}

function connectionText({ phase, staleSince, reason }: ConnectionState, zone: string): string {
  if (phase === 'live') return 'Live';
  if (phase === 'connecting') return 'Connecting';
  const since = staleSince === null ? '' : ` since ${formatClock(staleSince, zone)}`;
  return `${reason ?? 'Lost'}${since}`;
}

/** What this page measured itself. */
export function BrowserFigures({ figures, connection, zone }: BrowserFiguresProps) {
  const live = connection.phase === 'live';
  const rows: [string, string][] = [
    ['Events per second', formatRate(figures?.eventsPerSecond)],
    ['Measured changes, last minute', formatCount(figures?.latency.count)],
    ['Slowest of them', formatMillis(figures?.latency.max)],
    ['Gaps since the page is open', formatCount(figures?.gaps)],
    ['Malformed rows', formatCount(figures?.rejected)],
    ["Server's clock ahead of this one", formatMillis(figures?.clockOffset)],
  ];
  return (
    <Panel title="This page" flush testId="pipeline-browser">
      <table className={classes.table}>
        <tbody>
          <tr>
            <th scope="row">Live feed</th>
            <td className={classes.number}>
              <StateBadge
                health={live ? 'good' : connection.phase === 'denied' ? 'bad' : 'warn'}
                label={connectionText(connection, zone)}
              />
            </td>
          </tr>
          {rows.map(([name, value]) => (
            <tr key={name}>
              <td>{name}</td>
              <td className={classes.number}>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}
