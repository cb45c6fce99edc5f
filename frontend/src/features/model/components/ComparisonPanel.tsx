import { Scale } from 'lucide-react';
import { MessageState, Panel, StateWord, WhenAnswered } from '@/components';
import { DataTable, type Column } from '@/components/table';
import { formatCount, formatMinutes, formatShare, formatSigned } from '@/lib/format';
import type { ModelHealth } from '@/lib/model-health';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ModelVersions } from '../api/versions';
import { comparison, type Compared } from '../model/healthRows';
import { RoleBadge } from './RoleBadge';

interface ComparisonPanelProps {
  asked: UseQueryResult<ModelHealth>;
  versions: ModelVersions | undefined;
}

const columns: readonly Column<Compared>[] = [
  { key: 'name', heading: 'Version', cell: ({ name }) => name },
  {
    key: 'role',
    heading: 'Role',
    words: true,
    cell: ({ role }) =>
      role === 'baseline' ? <StateWord tone="muted" label="Baseline" /> : <RoleBadge role={role} />,
  },
  { key: 'mae', heading: 'MAE', cell: ({ mae }) => formatMinutes(mae) },
  {
    key: 'bias',
    heading: 'Bias',
    cell: ({ bias }) => (bias === null ? '–' : `${formatSigned(bias)} min`),
  },
  { key: 'coverage', heading: 'Coverage', cell: ({ coverage }) => formatShare(coverage) },
  { key: 'count', heading: 'Outcomes', extra: true, cell: ({ count }) => formatCount(count) },
];

/** Champion, challenger and baseline on the orders delivered in the last hours. */
export function ComparisonPanel({ asked, versions }: ComparisonPanelProps) {
  return (
    <Panel title="Live comparison" note="last 6 h" flush testId="model-comparison">
      <WhenAnswered asked={asked} lines={3}>
        {(health) =>
          health.byVersion.length === 0 ? (
            <MessageState
              icon={<Scale size={28} aria-hidden />}
              title="No outcome to compare by"
              detail="Versions are compared on orders that were delivered in the last 6 hours."
            />
          ) : (
            <DataTable
              label="Live comparison, table"
              columns={columns}
              rows={comparison(health, versions ?? { champion: health.champion })}
              rowKey={({ name }) => name}
              rowData={({ name }) => ({ 'data-testid': 'compared-row', 'data-version': name })}
            />
          )
        }
      </WhenAnswered>
    </Panel>
  );
}
