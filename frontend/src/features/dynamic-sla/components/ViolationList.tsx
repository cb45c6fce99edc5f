import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Panel, WhenAnswered } from '@/components';
import { DataTable, type Column } from '@/components/table';
import { formatCount } from '@/lib/format';
import type { DynamicSlaViolation } from '@/lib/live';
import type { Violations } from './useViolations';
import classes from './ViolationList.module.css';

interface ViolationListProps {
  title: string;
  testId: string;
  violations: Violations;
  columns: readonly Column<DynamicSlaViolation>[];
  /** Shown instead of no rows. */
  empty: ReactNode;
}

/** A list of warnings or violations, a page of them at a time. */
export function ViolationList({ title, testId, violations, columns, empty }: ViolationListProps) {
  const { shown, more } = violations;
  const open = violations.data?.filter(({ state }) => state === 'open').length;
  return (
    <Panel title={title} note={`${formatCount(open)} open`} flush testId={testId}>
      <WhenAnswered asked={violations}>
        {(rows) =>
          rows.length === 0 ? (
            empty
          ) : (
            <>
              <DataTable
                label={`${title}, table`}
                columns={columns}
                rows={rows.slice(0, shown)}
                rowKey={({ orderId }) => String(orderId)}
                rowData={({ orderId, kind, state }) => ({
                  'data-testid': `${kind}-row`,
                  'data-order-id': String(orderId),
                  'data-state': state,
                })}
              />
              {more !== null && (
                <div className={classes.more}>
                  <Button size="compact-sm" variant="default" onClick={more}>
                    Show more
                  </Button>
                </div>
              )}
            </>
          )
        }
      </WhenAnswered>
    </Panel>
  );
}
