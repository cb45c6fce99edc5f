import { Skeleton } from '@mantine/core';
import type { ReactNode } from 'react';
import { ErrorState, Panel } from '@/components';
import { formatClock } from '@/lib/format';
import classes from './RowsPanel.module.css';

/** What of a query decides between waiting, failing and showing. */
interface AskedRows {
  readonly data: { readonly items: readonly unknown[]; readonly as_of: number } | undefined;
  readonly error: Error | null;
  readonly refetch: () => Promise<unknown>;
}

interface RowsPanelProps {
  title: string;
  /** What comes first, said beside the title. */
  note: string;
  testId: string;
  asked: AskedRows;
  zone: string;
  /** Shown instead of no rows. */
  empty: ReactNode;
  /** `thead` and `tbody`. */
  children: ReactNode;
}

/** A panel of a table that is asked for again and again; an answer stays while the next one fails. */
export function RowsPanel({ title, note, testId, asked, zone, empty, children }: RowsPanelProps) {
  const { data, error, refetch } = asked;
  const asOf =
    data === undefined ? null : (
      <span className={classes.sub}>{`as of ${formatClock(data.as_of, zone)}`}</span>
    );
  return (
    <Panel title={title} note={note} actions={asOf} flush testId={testId}>
      {data === undefined ? (
        error === null ? (
          <div className={classes.loading}>
            {Array.from({ length: 5 }, (_, index) => (
              <Skeleton key={index} height={22} />
            ))}
          </div>
        ) : (
          <ErrorState error={error} onRetry={() => void refetch()} />
        )
      ) : data.items.length === 0 ? (
        empty
      ) : (
        <div className={classes.scroll} tabIndex={0} role="region" aria-label={`${title}, table`}>
          <table className={classes.table}>{children}</table>
        </div>
      )}
    </Panel>
  );
}
