import { Waves } from 'lucide-react';
import { MessageState, Panel, StateBadge, WhenAnswered } from '@/components';
import { DataTable, Stacked, type Column } from '@/components/table';
import { ABSENT, formatCount, formatDateTime } from '@/lib/format';
import type { FeatureDrift, ModelHealth } from '@/lib/model-health';
import type { UseQueryResult } from '@tanstack/react-query';
import { driftRows, statusBadge } from '../model/healthRows';

const distance = (value: number | null) => (value === null ? ABSENT : value.toFixed(3));

function columns(zone: string): readonly Column<FeatureDrift>[] {
  return [
    {
      key: 'feature',
      heading: 'Feature',
      cell: ({ name, description }) => <Stacked sub={description}>{name}</Stacked>,
    },
    {
      key: 'status',
      heading: 'Status',
      words: true,
      cell: ({ status }) => <StateBadge {...statusBadge(status)} />,
    },
    { key: 'psi', heading: 'PSI', cell: ({ psi }) => distance(psi) },
    { key: 'ks', heading: 'KS', cell: ({ ks }) => distance(ks) },
    { key: 'since', heading: 'Since', cell: ({ since }) => formatDateTime(since, zone) },
    { key: 'count', heading: 'Values', extra: true, cell: ({ count }) => formatCount(count) },
  ];
}

interface DriftPanelProps {
  asked: UseQueryResult<ModelHealth>;
  zone: string;
}

/** Whether the world still looks as it did in training, value by value, in all cities. */
export function DriftPanel({ asked, zone }: DriftPanelProps) {
  return (
    <Panel
      title="Drift"
      note="newest values against those of training, all cities"
      flush
      testId="model-drift"
    >
      <WhenAnswered asked={asked}>
        {({ drift }) =>
          drift === null || drift.features.length === 0 ? (
            <MessageState
              icon={<Waves size={28} aria-hidden />}
              title="No drift to tell"
              detail={
                drift?.unavailable ?? 'Without a champion there is no training to compare with.'
              }
            />
          ) : (
            <DataTable
              label="Drift, table"
              columns={columns(zone)}
              rows={driftRows(drift.features)}
              rowKey={({ name }) => name}
              rowData={({ name, status }) => ({
                'data-testid': 'drift-row',
                'data-feature': name,
                'data-status': status ?? 'unknown',
              })}
            />
          )
        }
      </WhenAnswered>
    </Panel>
  );
}
