import { ShieldCheck } from 'lucide-react';
import { MessageState } from '@/components';
import { Stacked, type Column } from '@/components/table';
import type { CityFilter } from '@/lib/cities';
import { formatMinutes, formatTime } from '@/lib/format';
import type { DynamicSlaViolation } from '@/lib/live';
import { OrderCell } from './OrderCell';
import { Overrun } from './Overrun';
import { PredictedCell } from './PredictedCell';
import type { Violations } from './useViolations';
import { ViolationList } from './ViolationList';

interface ViolationsPanelProps {
  violations: Violations;
  cityOf: (cityId: number) => string | null;
  filter: CityFilter;
}

function columns(
  cityOf: ViolationsPanelProps['cityOf'],
  zone: string,
): readonly Column<DynamicSlaViolation>[] {
  return [
    {
      key: 'order',
      heading: 'Order',
      cell: (row) => <OrderCell violation={row} city={cityOf(row.cityId)} />,
    },
    {
      key: 'predicted',
      heading: 'Predicted',
      cell: (row) => <PredictedCell violation={row} zone={zone} />,
    },
    {
      key: 'actual',
      heading: 'Delivered',
      cell: ({ actualAt, toleranceMinutes }) => (
        <Stacked sub={`tolerance ${formatMinutes(toleranceMinutes)}`}>
          {actualAt === null ? 'not yet' : formatTime(actualAt, zone)}
        </Stacked>
      ),
    },
    { key: 'overrun', heading: 'Overrun', cell: (row) => <Overrun violation={row} /> },
    {
      key: 'model',
      heading: 'Model',
      extra: true,
      cell: ({ modelVersion }) => modelVersion,
    },
  ];
}

/** Orders later than was predicted for them, by more than the tolerance. */
export function ViolationsPanel({ violations, cityOf, filter }: ViolationsPanelProps) {
  return (
    <ViolationList
      title="Violations"
      testId="dynamic-violations"
      violations={violations}
      columns={columns(cityOf, filter.zone)}
      empty={
        <MessageState
          icon={<ShieldCheck size={28} aria-hidden />}
          title="Every order keeps its prediction"
          detail="An order later than predicted, and by more than the tolerance, appears here at that moment."
        />
      }
    />
  );
}
