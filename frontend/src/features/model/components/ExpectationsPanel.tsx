import { Panel, StateBadge, WhenAnswered } from '@/components';
import { DataTable, Stacked, type Column } from '@/components/table';
import { formatCount, formatMinutes, formatShare } from '@/lib/format';
import type { Expectation, HealthStatus, ModelHealth } from '@/lib/model-health';
import { statusLabel } from '@/lib/orders';
import type { UseQueryResult } from '@tanstack/react-query';

const LABELS = { ok: 'As expected', warning: 'Worse', alarm: 'Much worse' } as const;
const HEALTH = { ok: 'good', warning: 'warn', alarm: 'bad' } as const;

function Judged({ status }: { status: HealthStatus }) {
  return status === null ? (
    <StateBadge health="unknown" label="Too little known" />
  ) : (
    <StateBadge health={HEALTH[status]} label={LABELS[status]} />
  );
}

const columns: readonly Column<Expectation>[] = [
  {
    key: 'stage',
    heading: 'Stage',
    cell: ({ stage, count }) => (
      <Stacked sub={`${formatCount(count)} outcomes`}>{statusLabel(stage)}</Stacked>
    ),
  },
  {
    key: 'mae',
    heading: 'MAE',
    cell: ({ mae, expectedMae }) => (
      <Stacked sub={`expected ${formatMinutes(expectedMae)}`}>{formatMinutes(mae)}</Stacked>
    ),
  },
  {
    key: 'mae-status',
    heading: 'Error',
    words: true,
    cell: (row) => <Judged status={row.maeStatus} />,
  },
  {
    key: 'coverage',
    heading: 'Coverage',
    cell: ({ coverage, expectedCoverage }) => (
      <Stacked sub={`expected ${formatShare(expectedCoverage)}`}>{formatShare(coverage)}</Stacked>
    ),
  },
  {
    key: 'coverage-status',
    heading: 'Interval',
    words: true,
    cell: (row) => <Judged status={row.coverageStatus} />,
  },
];

/** The champion against what its own training led to expect, stage by stage. */
export function ExpectationsPanel({ asked }: { asked: UseQueryResult<ModelHealth> }) {
  return (
    <Panel title="Against its training" note="champion, last 6 h" flush testId="expectations">
      <WhenAnswered asked={asked} lines={3}>
        {({ expectations }) => (
          <DataTable
            label="Against its training, table"
            columns={columns}
            rows={expectations}
            rowKey={({ stage }) => stage}
            rowData={({ stage }) => ({ 'data-testid': 'expectation-row', 'data-stage': stage })}
          />
        )}
      </WhenAnswered>
    </Panel>
  );
}
