import { Clock3, TriangleAlert } from 'lucide-react';
import { useNow } from '@/lib/clock';
import { formatClock, formatSpan } from '@/lib/format';
import { useConnection } from '@/lib/live';
import classes from './Freshness.module.css';

/** How fresh a page's figures are: `as of` while they arrive, `stale since` when the feed is lost. */
export function Freshness({ asOf, zone }: { asOf: number | null; zone: string }) {
  const connection = useConnection();
  const now = useNow();
  if (connection.staleSince !== null) {
    return (
      <span className={classes.freshness} data-stale role="status" data-testid="stale-since">
        <TriangleAlert size={14} aria-hidden />
        Stale since {formatClock(connection.staleSince, zone)}
        <span className={classes.more}>
          {formatSpan(now - connection.staleSince)} · refreshing every 10 s
        </span>
      </span>
    );
  }
  return (
    <span className={classes.freshness} data-testid="as-of">
      <Clock3 size={14} aria-hidden />
      As of {formatClock(asOf, zone)}
    </span>
  );
}
