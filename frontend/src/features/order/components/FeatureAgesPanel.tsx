import { Panel, StateBadge } from '@/components';
import { DataTable, type Column } from '@/components/table';
import { formatMillis, formatSpan } from '@/lib/format';
import type { FeatureAges } from '../api/orderSchema';

const GROUPS = [
  { key: 'restaurant', label: 'Restaurant' },
  { key: 'courier', label: 'Courier' },
  { key: 'city', label: 'City' },
  { key: 'weather', label: 'Weather' },
] as const;

interface GroupAge {
  readonly label: string;
  readonly age: number | null;
}

const MINUTE_MS = 60_000;

const columns: readonly Column<GroupAge>[] = [
  { key: 'group', heading: 'Values of', cell: ({ label }) => label },
  {
    key: 'age',
    heading: 'Age then',
    cell: ({ age }) =>
      age === null ? (
        <StateBadge health="unknown" label="Not known" />
      ) : age < MINUTE_MS ? (
        formatMillis(age)
      ) : (
        formatSpan(age)
      ),
  },
];

/** How old the values were that a prediction rests on. */
export function FeatureAgesPanel({ ages }: { ages: FeatureAges }) {
  const rows = GROUPS.map(({ key, label }) => ({ label, age: ages[key] }));
  return (
    <Panel title="Feature ages" note="when the order reached the stage" flush testId="feature-ages">
      <DataTable
        label="Feature ages, table"
        columns={columns}
        rows={rows}
        rowKey={({ label }) => label}
      />
    </Panel>
  );
}
